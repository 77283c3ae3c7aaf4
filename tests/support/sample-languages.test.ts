import { expect, test } from 'vitest';
import { LANGUAGE_TAGS } from '#lib/edition/language-tags.ts';
import { sampleLanguages } from './sample-languages.ts';

const days = Array.from({ length: 60 }, (_, day) => String(20_000 + day));
const drawn = (seed: string) => sampleLanguages(LANGUAGE_TAGS, { seed, wish: '' });

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

test('the long form takes all, and single languages can be named', () => {
	expect(sampleLanguages(LANGUAGE_TAGS, { wish: 'all' })).toEqual(LANGUAGE_TAGS);
	expect(sampleLanguages(LANGUAGE_TAGS, { wish: 'ru,ht' })).toEqual(['en', 'ht', 'ru']);
});

test('what has fewer languages is taken whole', () => {
	expect(sampleLanguages(['en', 'es'], { seed: '1', wish: '' })).toEqual(['en', 'es']);
});
