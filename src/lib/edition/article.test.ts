import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { aContact, aGuide, aSource } from '#tests/support/publisher/fixture-articles.ts';
import urls from '#tests/fixtures/xss/urls.json' with { type: 'json' };
import { Article, Contacts } from './article.ts';

describe('an address in a signed article', () => {
	test.each(urls)('is not %j, whoever signed it', (url) => {
		expect(v.is(Article, aGuide({ sources: [aSource({ url })] }))).toBe(false);
		expect(v.is(Article, aGuide({ sources: [aSource({ originalUrl: url })] }))).toBe(false);
		expect(v.is(Contacts, [aContact({ url })])).toBe(false);
	});

	test.each(['https://www.nyc.gov/a?b=1#c', 'http://www.nyc.gov', 'https://e.org:8443/'])(
		'may be %s',
		(url) => {
			expect(v.is(Article, aGuide({ sources: [aSource({ url })] }))).toBe(true);
		}
	);
});
