import { expect, test } from 'vitest';
import { countEnglish, countSpanish, fleschKincaidGrade, szigrisztPazos } from './readability.ts';

test('counts syllables as a dictionary does', () => {
	const text = 'The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.';
	expect(countEnglish([text])).toEqual({ sentences: 1, words: 13, syllables: 26 });
});

test.each([
	// Wikipedia, "Flesch–Kincaid readability tests": one sentence on the platypus
	['the platypus', { sentences: 1, words: 13, syllables: 24 }, 11.3],
	// the same page, Green Eggs and Ham: 5.7 words a sentence, 1.02 syllables a word
	['a book for small children', { sentences: 100, words: 570, syllables: 581.4 }, -1.3],
	// the same page: the lowest grade there is, of sentences that are one word of one syllable
	['the easiest text', { sentences: 1, words: 1, syllables: 1 }, -3.4]
])('gives %s its published grade', (_name, counts, grade) => {
	expect(fleschKincaidGrade(counts)).toBeCloseTo(grade, 1);
});

test('gives the easiest Spanish text the highest score of the formula', () => {
	// one word of one syllable a sentence: 206.835 − 62.3 − 1
	expect(szigrisztPazos({ sentences: 1, words: 1, syllables: 1 })).toBeCloseTo(143.535, 3);
});

test('rates the first sentence of Don Quixote as hard to read', () => {
	// counted by hand: 33 words, 60 syllables; 206.835 − 62.3 × 60 / 33 − 33 = 60.6, "normal" on the
	// INFLESZ scale, below the limit for steps
	const quixote =
		'En un lugar de la Mancha, de cuyo nombre no quiero acordarme, no ha mucho tiempo que vivía ' +
		'un hidalgo de los de lanza en astillero, adarga antigua, rocín flaco y galgo corredor.';
	const counts = countSpanish([quixote]);
	expect(counts).toEqual({ sentences: 1, words: 33, syllables: 60 });
	expect(szigrisztPazos(counts)).toBeCloseTo(60.6, 1);
});

test('rates a step as rather easy', () => {
	expect(szigrisztPazos(countSpanish(['Deje la puerta cerrada.']))).toBeGreaterThan(65);
});
