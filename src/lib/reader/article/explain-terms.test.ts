import { expect, test } from 'vitest';
import type { Term } from '#lib/edition/article.ts';
import { aDirective, aGuide } from '#tests/support/publisher/fixture-articles.ts';
import { explainTerms, termOf } from './explain-terms.ts';

const term = (slug: string, word: string, lang: Term['lang'] = 'en'): Term => ({
	...{ slug, term: word, plain: 'What it means.', lang }
});
const terms = [
	term('officer', 'officer'),
	term('judges-warrant', "judge's warrant"),
	term('ice-form', 'ICE form')
];
const shortOf = (html: string, all = terms): string =>
	explainTerms(aDirective({ short: { heading: 'In short', html } }), all, 'en').short.html;

test('the first use of a term leads to what it means, the second stays text', () => {
	expect(shortOf('<p>One officer. Another officer.</p>')).toBe(
		'<p>One <a href="/en/words/#officer">officer</a>. Another officer.</p>'
	);
});

test('a plural counts, part of a longer word does not', () => {
	expect(shortOf('<p>Officerships and Officers.</p>')).toBe(
		'<p>Officerships and <a href="/en/words/#officer">Officers</a>.</p>'
	);
});

test('several terms in one sentence are all found, whatever their order', () => {
	expect(shortOf("<p>An ICE form is not a judge's warrant.</p>")).toBe(
		'<p>An <a href="/en/words/#ice-form">ICE form</a> is not a ' +
			'<a href="/en/words/#judges-warrant">judge\'s warrant</a>.</p>'
	);
});

test('a block in English has no words of the page’s language', () => {
	const html = '<p>An officer came.</p>';
	const says = { heading: 'What it says', html, lang: 'en' } as const;
	const directive = explainTerms(
		aDirective({ lang: 'sq', says }),
		[term('x', 'officer', 'sq')],
		'sq'
	);
	expect(directive.says?.html).toBe(html);
});

test('words inside a link or a quote in another language stay as they are', () => {
	const html = '<p><a href="/en/help/">officer</a> <span lang="es">officer</span> end</p>';
	expect(shortOf(html)).toBe(html);
});

test('a term of another language than the text explains nothing in it', () => {
	expect(shortOf('<p>One officer.</p>', [term('officer', 'officer', 'es')])).toBe(
		'<p>One officer.</p>'
	);
});

test('in a guide the steps come before the background, and say-lines are left alone', () => {
	const line = { heading: '', items: [{ html: 'Ask the officer.' }] };
	const guide = aGuide({ do: line, say: line, why: { heading: '', html: '<p>An officer.</p>' } });
	const { do: steps, say, why } = explainTerms(guide, terms, 'es');
	expect(steps.items[0]?.html).toBe('Ask the <a href="/es/words/#officer">officer</a>.');
	expect(say).toEqual(line);
	expect(why.html).toBe('<p>An officer.</p>');
});

test('an address of a term gives its slug back, another address nothing', () => {
	expect(termOf('https://example.org/es/words/#ice-form')).toBe('ice-form');
	expect(termOf('/es/words/')).toBeUndefined();
});
