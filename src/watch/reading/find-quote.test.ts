import { expect, test } from 'vitest';
import { findQuote, nearestWords } from './find-quote.ts';

const PAGE =
	'The rule: officers “may not” enter — without a judge’s warrant.\nIt ends in 13 hours.';

test.each([
	['straight quotation marks for curly ones', `officers "may not" enter`],
	['another dash, or none', 'enter - without a judge’s warrant'],
	['other spaces and lines', 'a\u00a0judge\u2019s   warrant. It\nends'],
	['other case, as in a heading', 'THE RULE: OFFICERS'],
	['a word that is hyphenated at the end of its line', 'with-\nout a judge’s war\u00adrant'],
	['an ellipsis for what is left out', 'officers may not … warrant'],
	['an ellipsis in brackets', 'The rule [...] in 13 hours']
])('a quote is there with %s', (_what, quote) => {
	expect(findQuote(quote, PAGE)).toBe(true);
});

test.each([
	['with a word less', 'officers may enter'],
	['with another number', 'ends in 14 hours'],
	['that is the end of a longer word', '3 hours'],
	['that is the beginning of a longer word', 'a judge’s warran'],
	['whose parts stand the other way round', '13 hours … the rule']
])('a quote is not there %s', (_what, quote) => {
	expect(findQuote(quote, PAGE)).toBe(false);
});

test('names the words that took the place of a quote', () => {
	const page = 'Hello.\nOfficers may enter with a supervisor’s form. Bye.';
	const nearest = nearestWords('Officers may not enter with a supervisor’s form', page);
	expect(nearest).toContain('Officers may enter with a supervisor’s');
	expect(nearestWords('Children ride the bus for free', page)).toBeUndefined();
});
