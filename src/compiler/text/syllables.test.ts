import { expect, test } from 'vitest';
import { englishSyllables, spanishSyllables } from './syllables.ts';

test.each(
	Object.entries({
		door: 1,
		closed: 1,
		makes: 1,
		"judge's": 1,
		"don't": 1,
		"didn't": 2,
		people: 2,
		wanted: 2,
		table: 2,
		someone: 2,
		safety: 2,
		being: 2,
		client: 2,
		idea: 3,
		officers: 3,
		agencies: 3,
		serious: 3,
		official: 3,
		family: 3,
		immigration: 4,
		information: 4,
		society: 4,
		'school-bus': 2,
		NYPD: 4,
		ICE: 1,
		'800-354-0365': 1
	})
)('counts the syllables of the English word "%s"', (word, count) => {
	expect(englishSyllables(word)).toBe(count);
});

test.each(
	Object.entries({
		y: 1,
		hoy: 1,
		juez: 1,
		quién: 1,
		ley: 1,
		día: 2,
		país: 2,
		guerra: 2,
		escuela: 3,
		pingüino: 3,
		ahora: 3,
		policía: 4,
		oficiales: 4,
		inmigración: 4,
		aéreo: 4,
		NYPD: 4,
		'311': 1
	})
)('counts the syllables of the Spanish word "%s"', (word, count) => {
	expect(spanishSyllables(word)).toBe(count);
});
