import type { RecordedGuide } from '#lib/edition/recordings.ts';
import type { Sentence } from '../listening/reading-of.ts';

/** A sentence, and its place in the sound file of its block, in seconds. */
export interface RecordedSentence {
	readonly sentence: Sentence;
	/** The index of the file: there is one for each block. */
	readonly file: number;
	readonly start: number;
	/** Infinity for the last sentence, which lasts until the file ends. */
	readonly end: number;
}

/**
 * The sentences of a page that a recording has, each with its time. A recording only tells when a line
 * begins: within a line, the time of a sentence is estimated from its number of letters. `undefined` if the
 * page has other lines than the recording.
 */
export function recordedSentences(
	sentences: readonly Sentence[],
	{ blocks }: Pick<RecordedGuide, 'blocks'>,
	seconds: readonly number[]
): RecordedSentence[] | undefined {
	const recorded = blocks.flatMap(({ block, starts }, file) =>
		starts.map((start, number) => {
			const end = starts[number + 1] ?? (seconds[file] ?? 0) * 1000;
			const inLine = sentences.filter(
				({ line }) => line?.block === block && line.number === number
			);
			return {
				file,
				inLine,
				start: start / 1000,
				end: end / 1000,
				isLast: number === starts.length - 1
			};
		})
	);
	if (recorded.some(({ inLine }) => inLine.length === 0)) return undefined;
	const timed = recorded.flatMap(({ file, inLine, start, end, isLast }) => {
		const letters = inLine.reduce((sum, { text }) => sum + text.length, 0);
		let before = 0;
		return inLine.map((sentence, index): RecordedSentence => {
			const at = (share: number) => start + ((end - start) * share) / letters;
			const from = at(before);
			before += sentence.text.length;
			const isEnd = isLast && index === inLine.length - 1;
			return { sentence, file, start: from, end: isEnd ? Infinity : at(before) };
		});
	});
	// a line of the page that no recording has would be skipped without a word: the do-nots, perhaps
	const heard = new Set(timed.map(({ sentence }) => sentence));
	const isWhole = sentences.every((it) => !it.line || heard.has(it));
	return isWhole ? timed : undefined;
}
