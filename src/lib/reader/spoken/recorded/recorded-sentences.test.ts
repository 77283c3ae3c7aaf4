import { expect, test } from 'vitest';
import type { LinePlace, Sentence } from '../listening/reading-of.ts';
import { recordedSentences } from './recorded-sentences.ts';

const REF = { sha256: 'a'.repeat(64), length: 1 };
const blocks = [
	{ block: 'do', ...REF, starts: [0, 2000, 3000] },
	{ block: 'dont', ...REF, starts: [0, 1000] }
] as const satisfies readonly object[];
const recorded = { blocks: blocks.map((it) => ({ ...it, starts: [...it.starts] })) };

const said = (text: string, block?: LinePlace['block'], number = 0): Sentence => ({
	text,
	// which a test of times does not look at
	range: {} as Range,
	...(block && { line: { block, number } })
});
const PAGE = [
	said('A label'),
	said('At the door', 'do', 0),
	said('Wait.', 'do', 1),
	said('Call.', 'do', 2),
	said('Tell them later.', 'do', 2),
	said('Your neighbor'),
	said('Do not', 'dont', 0),
	said('Do not open.', 'dont', 1)
];

test('a line begins when the recording says so, and its sentences share its time by their letters', () => {
	const timed = recordedSentences(PAGE, recorded, [6, 4]);
	const times = timed?.map(({ sentence, file, start, end }) => [sentence.text, file, start, end]);
	expect(times).toEqual([
		['At the door', 0, 0, 2],
		['Wait.', 0, 2, 3],
		['Call.', 0, 3, 3 + 5 / 7],
		['Tell them later.', 0, 3 + 5 / 7, Infinity],
		['Do not', 1, 0, 1],
		['Do not open.', 1, 1, Infinity]
	]);
});

test.each([
	['a line less', PAGE.filter(({ text }) => text !== 'Wait.')],
	['a line more', [...PAGE, said('Do not run.', 'dont', 2)]],
	['a block more', [...PAGE, said('Say this', 'say', 0)]]
])('a page with %s than the recording is not said by it', (_name, page) => {
	expect(recordedSentences(page, recorded, [6, 4])).toBeUndefined();
});
