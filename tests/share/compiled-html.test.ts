// @vitest-environment jsdom
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { Article, Terms, type Term } from '#lib/edition/article.ts';
import { explainTerms } from '#lib/reader/article/explain-terms.ts';
import { checkHtml } from '#lib/reader/text/safe-html.ts';
import { sampleLanguages } from '#tests/support/sample.ts';
import { compileContent } from '../../src/compiler/compile/compile-edition.ts';
import { parseCorpus } from '../../src/compiler/read/parse-corpus.ts';
import { readSources } from '../../src/compiler/read/read-sources.ts';

const content = compileContent(parseCorpus(readSources({ content: 'src/content' }).value).value);
const blobs = [...content.files].filter(([path]) => path.startsWith('blob/'));
const parsed = blobs.map(([, text]): unknown => JSON.parse(text));
const terms = parsed.flatMap((it): Term[] => (v.is(Terms, it) ? it : []));

/** Every text under `html` or `english`, however deep. */
function* htmlIn(value: unknown): Generator<string> {
	if (typeof value !== 'object' || value === null) return;
	for (const [name, inner] of Object.entries(value)) {
		if ((name === 'html' || name === 'english') && typeof inner === 'string') yield inner;
		else yield* htmlIn(inner);
	}
}

// a prerendered page has the compiler's letters: others would be a mismatch when scripts take over
test('what the compiler wrote comes out of the check to the letter, explained terms too', () => {
	const languages = new Set<string>(sampleLanguages());
	const articles = parsed.flatMap((it) => {
		const { success, output } = v.safeParse(Article, it);
		return success ? [output] : [];
	});
	let count = 0;
	for (const article of articles.filter(({ lang }) => languages.has(lang))) {
		for (const html of htmlIn([article, explainTerms(article, terms, article.lang)])) {
			expect(checkHtml(html)).toEqual({ html });
			count += 1;
		}
	}
	expect(count).toBeGreaterThan(1000);
	expect(terms.length).toBeGreaterThan(10);
}, 120_000);
