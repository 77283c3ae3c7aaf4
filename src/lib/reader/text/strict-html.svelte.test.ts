import { expect, test } from 'vitest';
import attacks from '#tests/fixtures/xss/html.json' with { type: 'json' };
import { randomMarkup } from '#tests/support/phone/random-markup.ts';
import { checkHtml } from './safe-html.ts';
import { isStrictHtml } from './strict-html.ts';

test.each([
	'Keep the door closed.',
	'Call <bdi dir="ltr">311</bdi> &#x26; wait.',
	'<p>A <strong>rule</strong> and <em>a reason</em>.</p><ul><li>One</li><li>Two</li></ul>',
	'See <a href="/en/guides/home-door/">this</a> or <a href="https://example.org/a?b=c">that</a>.',
	'<span lang="es" dir="ltr">«Espere»</span>'
])('is what the compiler writes: %s', (text) => {
	expect(isStrictHtml(text)).toBe(true);
});

test.each([
	'<script>alert(1)</script>',
	'<p onclick="alert(1)">x</p>',
	'<a href="javascript:alert(1)">x</a>',
	'<a href="//evil.example/">x</a>',
	'<a href="/\\evil.example/">x</a>',
	'<p>never closed',
	'<p>closed</p></p>',
	'<p><em>crossed</p></em>',
	'<p><p>a parser takes it out</p></p>',
	'<li>of no list</li>',
	'a < b',
	'a & b',
	'<p >x</p>',
	'<P>x</P>',
	"<a href='/en/'>x</a>",
	'<a href="/en/" href="/es/">x</a>',
	'<a href="/en/"><strong><a href="/es/">x</a></strong></a>',
	'<!-- a comment -->',
	'<svg><path/></svg>',
	'<p>x</p><',
	'<constructor>x</constructor>'
])('is not: %s', (text) => {
	expect(isStrictHtml(text)).toBe(false);
});

test('whatever passes, a parser reads the same way', () => {
	const tried = [...attacks.map(({ html }) => html), ...randomMarkup('strict', 3000)];
	const passed = tried.filter(isStrictHtml);
	expect(passed.length).toBeGreaterThan(50);
	for (const html of passed) expect(checkHtml(html)).toEqual({ html });
});
