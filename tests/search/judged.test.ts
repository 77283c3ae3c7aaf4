import { globSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { isArticleId } from '#lib/edition/card.ts';
import { plainText } from '#lib/edition/text/plain-text.ts';
import { toSearchDocument } from '#lib/edition/search-document.ts';
import { SearchWords } from '#lib/edition/search-words.ts';
import { Language } from '#lib/edition/vocabulary.ts';
import { buildIndex } from '#lib/search/create-search.ts';
import { query } from '#lib/search/query.ts';
import { loadCorpus } from '../../src/compiler/check/load-corpus.ts';
import { createMemberCompiler } from '../../src/compiler/compile/compile-members.ts';

/** What people type, and the ids of the articles that answer it. Written before the ranking. */
const Judged = v.array(v.object({ query: v.string(), accept: v.array(v.string()) }));

const corpus = loadCorpus({ content: 'src/content' }).value;
const membersOf = createMemberCompiler(corpus);

/** The index as a phone makes it, of what is published. */
async function indexOf(tag: string) {
	const lang = v.parse(Language, tag);
	const members = membersOf(lang).map(({ id, blob }) => ({ id, text: blob.text }));
	const articles = members.filter(({ id }) => isArticleId(id));
	const words = members.find(({ id }) => id === 'search')?.text ?? 'null';
	const texts = { words: v.parse(SearchWords, JSON.parse(words)), articles };
	return buildIndex(lang, texts, { plainText, pause: () => Promise.resolve() });
}

describe.each(
	globSync('tests/search/judged-*.json').map((path) => [/judged-(.+)\.json$/.exec(path)?.[1] ?? ''])
)('as people ask in %s', (lang) => {
	const judged = v.parse(
		Judged,
		JSON.parse(readFileSync(`tests/search/judged-${lang}.json`, 'utf8'))
	);

	test('an answer is among the first three for 95 of 100, and the first for 80', async () => {
		const index = await indexOf(lang);
		const ranks = judged.map(({ query: asked, accept }) => {
			const hits = query(index, asked).hits.map(({ id }) => id);
			return { asked, hits, rank: hits.findIndex((id) => accept.includes(id)) };
		});
		const within = (most: number) => ranks.filter(({ rank }) => rank >= 0 && rank < most);
		const others = ranks.filter(({ rank }) => rank < 0 || rank > 2);
		const said = others.map(({ asked, hits }) => `${asked}: ${hits.slice(0, 3).join(', ')}`);
		expect(within(3).length / judged.length, said.join('\n')).toBeGreaterThanOrEqual(0.95);
		expect(within(1).length / judged.length).toBeGreaterThanOrEqual(0.8);
	});

	test('and every answer is an article of ours', () => {
		const ids = membersOf('en').map(({ id }) => id);
		for (const { accept } of judged) {
			expect(accept.length).toBeGreaterThan(0);
			expect(ids).toEqual(expect.arrayContaining(accept));
		}
	});
});

test.each(['en', 'es'])('every rare word of every text in %s is found', async (lang) => {
	const index = await indexOf(lang);
	const missing: string[] = [];
	for (const { id, blob } of membersOf(v.parse(Language, lang))) {
		if (!isArticleId(id)) continue;
		const { steps, rest } = toSearchDocument(id, JSON.parse(blob.text), plainText);
		for (const word of new Set([...steps, ...rest].join(' ').match(/[\p{L}'’]{3,}/gu))) {
			const [key = ''] = index.keys.of(word);
			const lines = index.places.get(key) ?? [];
			const articles = new Set(lines.map((at) => index.lines[at]?.article));
			// of a word that is in every second text nobody expects all of them; and small words have no key
			if (key === '' || articles.size > 10) continue;
			if (!query(index, word).hits.some((hit) => hit.id === id)) missing.push(`${word} (${id})`);
		}
	}
	expect(missing).toEqual([]);
});
