import { expect, test } from 'vitest';
import { LANGUAGE_TAGS } from '#lib/edition/language-tags.ts';
import { sampleFiles, sampleItems, sampleLanguages } from './sample.ts';

const days = Array.from({ length: 60 }, (_, day) => String(20_000 + day));
const drawn = (seed: string) => sampleLanguages(LANGUAGE_TAGS, { seed, whole: false });

test('English is in every sample, with two others that a seed decides', () => {
	for (const seed of days) {
		expect(drawn(seed)).toHaveLength(3);
		expect(drawn(seed)[0]).toBe('en');
		expect(drawn(seed)).toEqual(drawn(seed));
	}
});

test('in two months every language has its day', () => {
	expect(new Set(days.flatMap(drawn)).size).toBe(LANGUAGE_TAGS.length);
});

test('the long form takes all', () => {
	expect(sampleLanguages(LANGUAGE_TAGS, { whole: true })).toEqual(LANGUAGE_TAGS);
});

test('what has fewer languages is taken whole', () => {
	expect(sampleLanguages(['en', 'es'], { seed: '1', whole: false })).toEqual(['en', 'es']);
});

test('of files half are drawn, and in two weeks each of them', () => {
	const files = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
	const twoWeeks = days.slice(0, 14).map((seed) => sampleFiles(files, seed));
	for (const drawnFiles of twoWeeks) expect(drawnFiles).toHaveLength(4);
	expect(new Set(twoWeeks.flat())).toEqual(new Set(files));
});

test('of items so many are drawn as are asked for in npm test alone, and in a month each of them', () => {
	const items = ['a', 'b', 'c'];
	const month = days.slice(0, 30).map((seed) => sampleItems(items, 1, { seed, daily: true }));
	for (const drawnItems of month) expect(drawnItems).toHaveLength(1);
	expect(new Set(month.flat())).toEqual(new Set(items));
	expect(sampleItems(items, 1, { daily: false })).toEqual(items);
});
