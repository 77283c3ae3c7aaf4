import { expect, test } from 'vitest';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { toCards } from './show-card.ts';

const cardsOf = (lang: LanguageTag, ...items: { html: string; english?: string }[]) =>
	toCards({ items, lang, translation: undefined });

test('a card has the English words, and below them the whole line of the reader', () => {
	const own = 'Si es verdad: «Tengo hijos.»';
	expect(cardsOf('es', { html: own, english: 'If true: "I have children."' })).toEqual([
		{ english: 'I have children.', own }
	]);
});

test('a reader of English is told when a line may be shown, and nothing twice', () => {
	expect(cardsOf('en', { html: '"Please wait."' }, { html: 'If true: "I am ill."' })).toEqual([
		{ english: 'Please wait.' },
		{ english: 'I am ill.', own: 'If true:' }
	]);
});

test('a line whose English is not here shows no English', () => {
	expect(cardsOf('es', { html: '«Espere.»' })).toEqual([{ own: '«Espere.»' }]);
});
