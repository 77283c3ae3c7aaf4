import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { Refusal } from '../../base/refusal.ts';

/** The environment variables that stand in for typing, where nobody sits at the machine. */
const VARIABLE = 'HANDRAIL_PASSPHRASE';
const NEW_VARIABLE = 'HANDRAIL_NEW_PASSPHRASE';

/** A command's environment, as far as passphrases go. */
type Environment = Readonly<Record<string, string | undefined>>;

/** Gives a function that asks once and remembers. What is typed is not shown, printed or in an error. */
export function passphraseReader(environment: Environment = process.env): () => Promise<string> {
	let answer: Promise<string> | undefined;
	return () => (answer ??= readGiven(VARIABLE, environment) ?? ask('Passphrase of the keys: '));
}

/** For new keys: of their own variable, else the same as of old ones, else typed twice. */
export async function readNewPassphrase(environment: Environment = process.env): Promise<string> {
	const given = readGiven(NEW_VARIABLE, environment) ?? readGiven(VARIABLE, environment);
	if (given !== undefined) return given;
	const first = await ask('Passphrase for the new keys: ');
	if (!process.stdin.isTTY) return first;
	if ((await ask('The same again: ')) === first) return first;
	throw new Refusal('The two passphrases differ. No keys were made.');
}

/**
 * From the environment, or from the file that it names: other processes may see an environment, and
 * systemd hands secrets over as files (`LoadCredential=`).
 */
function readGiven(variable: string, environment: Environment): Promise<string> | undefined {
	const given = environment[variable];
	if (given !== undefined) return Promise.resolve(given);
	const file = environment[`${variable}_FILE`];
	return file === undefined
		? undefined
		: Promise.resolve(readPassphraseFile(file, variable, environment));
}

function readPassphraseFile(file: string, variable: string, environment: Environment): string {
	let text: string;
	try {
		// what systemd hands over is for this process, though its bits may name a group
		const { CREDENTIALS_DIRECTORY: own } = environment;
		const isOwn = own !== undefined && resolve(dirname(file)) === resolve(own);
		// Windows has no such bits
		const isShared = process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0;
		if (isShared && !isOwn) {
			throw new Refusal(`${file} can be read by others on this machine. Run: chmod 600 ${file}`);
		}
		text = readFileSync(file, 'utf8');
	} catch (error) {
		if (error instanceof Refusal) throw error;
		const { code = 'unknown' } = error as NodeJS.ErrnoException;
		throw new Refusal(`${file}, which ${variable}_FILE names, cannot be read (${code}).`);
	}
	const [first = ''] = text.split(/\r?\n/, 1);
	if (first === '') throw new Refusal(`${file} has no passphrase in its first line.`);
	return first;
}

/** From a person, or the first line of what is piped in. */
function ask(prompt: string): Promise<string> {
	const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
	const terminal = process.stdin.isTTY;
	const lines = createInterface({ input: process.stdin, output: silent, terminal });
	if (terminal) process.stderr.write(prompt);
	return new Promise((resolve, reject) => {
		lines.once('line', (line) => {
			resolve(line);
			lines.close();
			if (terminal) process.stderr.write('\n');
		});
		// after a line this changes nothing: a promise settles once
		lines.once('close', () =>
			reject(
				new Refusal(`No passphrase was given; neither ${VARIABLE} nor ${VARIABLE}_FILE is set.`)
			)
		);
	});
}
