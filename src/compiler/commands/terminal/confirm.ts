import { createInterface } from 'node:readline/promises';
import { Refusal } from '../../base/refusal.ts';

/** Asks a person; only "y" or "yes" is a yes. */
export async function confirm(question: string): Promise<boolean> {
	if (!process.stdin.isTTY) throw new Refusal('Nobody is here to ask. Pass --yes to send it.');
	const lines = createInterface({ input: process.stdin, output: process.stderr });
	const answer = await lines.question(`${question} [y/N] `);
	lines.close();
	return /^y(es)?$/i.test(answer.trim());
}
