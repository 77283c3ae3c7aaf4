import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** The environment variable that stands in for typing, where nobody sits at the machine. */
const VARIABLE = 'HANDRAIL_PASSPHRASE';

/**
 * Gives a function that asks once, without showing what is typed, and remembers the answer. Never
 * printed, never in an error.
 */
export function passphraseReader(): () => Promise<string> {
	let answer: Promise<string> | undefined;
	return () => (answer ??= read());
}

async function read(): Promise<string> {
	const given = process.env[VARIABLE];
	if (given !== undefined) return given;

	const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
	const terminal = process.stdin.isTTY;
	if (terminal) process.stderr.write('Passphrase of the keys: ');
	const lines = createInterface({ input: process.stdin, output: silent, terminal });
	try {
		return await lines.question('');
	} finally {
		lines.close();
		if (terminal) process.stderr.write('\n');
	}
}
