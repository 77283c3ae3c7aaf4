import type { Readable } from 'node:stream';

/** Push services explain an error in a few words. Longer bodies are cut here. */
const MAX_ANSWER_BYTES = 4096;

/** Reads the beginning of an answer as text. Rejects if the connection ends before the answer does. */
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
