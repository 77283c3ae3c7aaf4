import { expect, test } from 'vitest';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { parseBody } from '../read/parse-body.ts';
import { renderBlock, renderUnit } from './render-article.ts';

function render(markdown: string, lang: LanguageTag = 'en'): string {
	const [block] = parseBody('test', `## Why {#why}\n${markdown}\n`).blocks;
	return block ? renderBlock(block, lang) : '';
}

test('renders paragraphs and both kinds of list', () => {
	expect(render('One. {1.01}\n\n- Two {1.01}\n- Three {1.02}\n')).toBe(
		'<p>One.</p><ul><li>Two</li><li>Three</li></ul>'
	);
	expect(render('1. One {1.01}\n\n2. Two {1.02}')).toBe('<ol><li>One</li><li>Two</li></ol>');
});

test('takes markers out, with the space before them', () => {
	expect(render('One. {1.01} Two {practice}, three. {1.01, 1.02}')).toBe('<p>One. Two, three.</p>');
});

test('renders an item without an element of its own', () => {
	const [block] = parseBody('test', '## Do {#do}\n1. Keep **calm**. {practice}\n').blocks;
	const [unit] = block?.parts[0]?.units ?? [];
	expect(unit && renderUnit(unit, 'en')).toBe('Keep <strong>calm</strong>.');
});

test('keeps numbers to call whole in text from right to left', () => {
	expect(render('اتصل بالرقم 311 أو 212-555-0100.', 'ar')).toBe(
		'<p>اتصل بالرقم <bdi dir="ltr">311</bdi> أو <bdi dir="ltr">212-555-0100</bdi>.</p>'
	);
	expect(render('拨打311，或*1-800-354-0365*。')).toContain(
		'<bdi dir="ltr">311</bdi>，或<em><bdi dir="ltr">1-800-354-0365</bdi></em>'
	);
	expect(render('311-এ কল করুন')).toContain('<bdi dir="ltr">311</bdi>-এ');
});

test('leaves other numbers alone', () => {
	expect(render('Room 3110, form A-911, $311.50 and 1311.')).not.toContain('bdi');
});

test('makes links in the language of the text', () => {
	expect(
		render('[a](guide:x) [b](directive:y) [c](contact) [d](https://e.org/?a=1&b=2)', 'es')
	).toBe(
		'<p><a href="/es/guides/x/">a</a> <a href="/es/directives/y/">b</a> <a href="/es/help/">c</a> ' +
			'<a href="https://e.org/?a=1&#x26;b=2">d</a></p>'
	);
});

test.each([
	['a script', '<script>alert(1)</script>'],
	['an image', '![x](https://example.org/x.png)'],
	['a handler', '<a href="https://e.org" onclick="x()">x</a>'],
	['a link that runs code', '[x](javascript:alert(1))'],
	['a link with data', '[x](data:text/html,hello)'],
	['a frame', 'text <iframe src="https://e.org"></iframe>'],
	['a style', '<b style="color:red">x</b>']
])('lets nothing through of %s', (_name, markdown) => {
	const html = render(markdown);
	expect(html).not.toMatch(/script|img|onclick|data:|iframe|style|<b>/i);
});

test('keeps signs that look like elements as text', () => {
	expect(render('1 &lt; 2 &amp; "3"')).toBe('<p>1 &#x3C; 2 &#x26; "3"</p>');
});
