import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkHtml as checkOnPhone } from '#lib/reader/text/safe-html.ts';
import { checkHtml } from './check-html.ts';

const NAMES = ['p', 'ul', 'ol', 'li', 'strong', 'em', 'a', 'bdi', 'span', 'td', 'img', 'script'];
const PIECE = fc.oneof(
	fc.constantFrom(...NAMES.flatMap((name) => [`<${name}>`, `</${name}>`])),
	fc.constantFrom('<a href="https://a.example/?b=c&#x26;d">', '<a href="/en/">', '<a href="//b">'),
	fc.constantFrom('<bdi dir="ltr">', '<span lang="es">', '<span dir="rtl">', '<p onclick="a">'),
	fc.constantFrom(
		'&#x3C;',
		'&#x26;',
		'&amp;',
		'&#13;',
		'&#x0D;',
		'&#0;',
		'&#x80;',
		'\r',
		'\0',
		'&',
		'<',
		'>',
		'"',
		'a ',
		'<!--',
		'-->',
		'\u00a0'
	)
);

/** A little language of its own: elements inside each other as the compiler nests them, or nearly. */
const NESTED = fc.letrec<{ node: string }>((tie) => ({
	node: fc.oneof(
		{ maxDepth: 4 },
		fc.constantFrom('a', ' b &#x26; c', '&#x3C;', 'd > e'),
		fc
			.tuple(fc.constantFrom('strong', 'em', 'bdi dir="ltr"', 'span lang="es"'), tie('node'))
			.map(([tag, inner]) => `<${tag}>${inner}</${tag.replace(/ .*/, '')}>`),
		fc.tuple(tie('node'), tie('node')).map(([a, b]) => a + b)
	)
})).node;

test('what is fit to be published is shown as HTML by the phone’s own check', () => {
	let taken = 0;
	const html = fc.oneof(
		fc.array(PIECE, { maxLength: 8 }).map((it) => it.join('')),
		NESTED
	);
	fc.assert(
		fc.property(html, (it) => {
			for (const block of [it, `<p>${it}</p>`, `<ul><li>${it}</li></ul>`]) {
				if (checkHtml(block) !== undefined) continue;
				taken += 1;
				expect(checkOnPhone(block)).toHaveProperty('html');
			}
		}),
		{ numRuns: 3000, seed: 20_261_126 }
	);
	expect(taken).toBeGreaterThan(500);
});
