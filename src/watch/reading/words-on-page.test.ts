import { expect, test } from 'vitest';
import { wordsOnPage } from './words-on-page.ts';

const PAGE = [
	'The rule: officers “may not” enter — without a judge’s warrant.',
	'It ends in 13 hours. It ends.',
	'Нельзя входить без ордера судьи, это правило.',
	'No person shall be asked about status by an employee of the city, at any time or in any place, unless a law says that the employee must ask about it first.',
	'No person shall be late. No person shall be early.'
].join('\n');

test.each([
	['as the page writes it', 'officers "may not" enter', { start: 'officers “may not” enter' }],
	[
		'in other case, with another dash',
		'MAY NOT ENTER - WITHOUT',
		{ start: 'may not” enter — without' }
	],
	['in another script', 'без ордера судьи', { start: 'без ордера судьи' }],
	[
		'that is long, by as few words of its ends as stand there alone',
		'No person shall be asked about status by an employee of the city, at any time or in any place',
		{ start: 'No person shall be asked', end: 'time or in any place' }
	],
	[
		'that leaves words out',
		'The rule: officers … a judge’s warrant',
		{ start: 'The rule: officers', end: 'judge’s warrant' }
	],
	[
		'over two parts of the page',
		'a judge’s warrant. It ends in',
		{ start: 'a judge’s', end: 'It ends in' }
	]
])('a quote is found %s', (_, quote, found) => {
	expect(wordsOnPage(quote, PAGE)).toEqual(found);
});

test.each([
	['stands there twice', 'It ends'],
	['stands nowhere', 'It begins'],
	['is short and runs over two parts of the page', 'warrant. It ends in'],
	['ends within a word', 'ends in 13 hour'],
	['has no letters', '…']
])('a quote that %s is linked to no words', (_, quote) => {
	expect(wordsOnPage(quote, PAGE)).toBeUndefined();
});

test('words with a sign of no width are left to the plain link', () => {
	expect(wordsOnPage('without a warrant', 'Not with\u00adout a warrant.')).toBeUndefined();
});
