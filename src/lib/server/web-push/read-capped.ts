import type { Readable } from 'node:stream';

/** Push services explain themselves in a few words. What is longer is not read. */
const MAX_ANSWER_BYTES = 4096;

/**
 * The beginning of an answer, as text. Rejects when the connection breaks, or is closed by us, before
 * the end: an answer that is cut is no answer.
 */
export function readCapped(answer: Readable): Promise<string> {
	return new Promise((resolve, reject) => {
		let text = '';
		let isDone = false;
		const finish = (): void => {
			isDone = true;
			resolve(text);
		};
		answer.setEncoding('latin1');
		answer.on('data', (chunk: string) => {
			text += chunk;
			if (text.length <= MAX_ANSWER_BYTES) return;
			text = text.slice(0, MAX_ANSWER_BYTES);
			finish();
			answer.destroy();
		});
		answer.on('end', finish);
		answer.on('error', reject);
		answer.on('close', () => {
			if (!isDone) reject(new Error('the answer was cut'));
		});
	});
}
