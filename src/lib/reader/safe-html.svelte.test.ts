import { describe, expect, test } from 'vitest';
import corpus from '#tests/fixtures/xss/html.json' with { type: 'json' };
import { plainTextOfUnsafe } from './safe-html.ts';

/** What a browser would make of the text, were it let through. */
const parsed = (html: string): Element => new DOMParser().parseFromString(html, 'text/html').body;

describe('the list of what an article may hold', () => {
	test.each(corpus)('lets nothing through of $kind: $html', ({ html }) => {
		for (const around of [html, `<p>Before</p>${html}<p>after</p>`, `<ul><li>${html}</li></ul>`]) {
			// text is what is left, or nothing but elements and attributes that can do no harm
			if (plainTextOfUnsafe(around) !== undefined) continue;
			const elements = [...parsed(around).querySelectorAll('*')];
			for (const { tagName, attributes } of elements) {
				expect(['P', 'UL', 'LI']).toContain(tagName);
				expect([...attributes]).toEqual([]);
			}
		}
		expect(corpus.length).toBeGreaterThan(100);
	});

	test.each(['/en/help/', '/es/guides/home-door/', 'https://www.nyc.gov/a?b=1#c'])(
		'leaves a link to %s',
		(href) => {
			expect(plainTextOfUnsafe(`<p><a href="${href}">x</a></p>`)).toBeUndefined();
		}
	);
});
