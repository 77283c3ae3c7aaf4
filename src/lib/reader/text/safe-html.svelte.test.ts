import { describe, expect, test } from 'vitest';
import corpus from '#tests/fixtures/xss/html.json' with { type: 'json' };
import { checkedHtml, checkHtml } from './safe-html.ts';

/** The nodes that a browser makes of HTML in a page. */
function inserted(html: string): DocumentFragment {
	const template = document.createElement('template');
	template.innerHTML = html;
	return template.content;
}
const shown = (html: string): string | undefined => {
	const checked = checkHtml(html);
	return 'html' in checked ? checked.html : undefined;
};

describe('the list of what an article may hold', () => {
	test.each(corpus)('lets nothing through of $kind: $html', ({ html }) => {
		for (const around of [html, `<p>Before</p>${html}<p>after</p>`, `<ul><li>${html}</li></ul>`]) {
			// either plain text, or only elements and attributes that are harmless
			const passed = shown(around);
			for (const { tagName, attributes } of inserted(passed ?? '').querySelectorAll('*')) {
				expect(['P', 'UL', 'LI']).toContain(tagName);
				expect([...attributes]).toEqual([]);
			}
		}
		expect(corpus.length).toBeGreaterThan(140);
	});

	test.each(['/en/help/', '/es/guides/home-door/', 'https://www.nyc.gov/a?b=1#c'])(
		'leaves a link to %s',
		(href) => {
			const html = `<p><a href="${href}">x</a></p>`;
			expect(shown(html)).toBe(html);
		}
	);
});

describe('what is checked is what is inserted', () => {
	test.each([
		['names of characters', '<p>a &amp; b &lt;c&gt; &quot;d&quot; &nbsp;e</p>'],
		['an attribute that comes twice', '<p><bdi dir="ltr" dir="rtl">Hello</bdi></p>'],
		['quotation marks of another kind', "<p><a href='/en/help/'>x</a></p>"],
		['an address with an ampersand', '<a href="https://e.org/?a=1&amp;b=%22">x</a>'],
		['letters beyond the first plane', '<p>😀</p>']
	])('%s: written anew, and read again as the same', (_, html) => {
		const passed = shown(html) ?? '';
		expect(inserted(passed).isEqualNode(inserted(html))).toBe(true);
		expect(shown(passed)).toBe(passed);
	});

	test.each([
		['an end that is missing', '<p>Hello'],
		['an element that is in no list', '<li>Hello</li>'],
		['a link in a link', '<a href="/en/"><table><a href="/es/">Hello</a></table></a>'],
		['what a parser leaves out', '<body><p>Hello</p>'],
		['a line end that a parser turns into another', '<p>Hello&#13;</p>']
	])('%s makes it text', (_, html) => {
		expect(checkHtml(html)).toEqual({ text: expect.stringContaining('Hello') as string });
	});

	test('a file gets the same, or its text as text', () => {
		expect(checkedHtml('<p>Hello &amp; more</p>')).toBe('<p>Hello &#x26; more</p>');
		expect(checkedHtml('<td onclick=x>a &amp; b</td>')).toBe('a &amp; b');
	});
});
