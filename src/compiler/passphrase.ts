import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { Refusal } from './refusal.ts';

/** The environment variable that stands in for typing, where nobody sits at the machine. */
const VARIABLE = 'HANDRAIL_PASSPHRASE';

/** Gives a function that asks once and remembers. What is typed is not shown, printed or in an error. */
export function passphraseReader(): () => Promise<string> {
	let answer: Promise<string> | undefined;
	return () => (answer ??= ask('Passphrase of the keys: '));
}

export async function readNewPassphrase(): Promise<string> {
	const first = await ask('Passphrase for the new keys: ');
	if (!process.stdin.isTTY || process.env[VARIABLE] !== undefined) return first;
	if ((await ask('The same again: ')) === first) return first;
	throw new Refusal('The two passphrases differ. No keys were made.');
}

/** From the environment, from a person, or the first line of what is piped in. */
function ask(prompt: string): Promise<string> {
	const given = process.env[VARIABLE];
	if (given !== undefined) return Promise.resolve(given);

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
			reject(new Refusal(`No passphrase was given; ${VARIABLE} is not set.`))
		);
	});
}
