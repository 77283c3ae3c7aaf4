import { beforeAll, expect, test } from 'vitest';
import * as v from 'valibot';
import { Article } from '#lib/edition/article.ts';
import { articleId } from '#lib/edition/card.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { createMessageChecker, type KeptLanguage } from '#lib/share/message/check-message.ts';
import { foldText } from '#lib/share/message/fold-text.ts';
import { MAX_SHARED, shareTexts } from '#lib/share/share-text.ts';
import { pick, seededRandom } from '#tests/bench/corpus/random.ts';
import { mutations, WRAPPED_MUTATIONS, WRAPPERS } from '#tests/support/publisher/text-mutations.ts';
import { textsOf } from '#tests/support/phone/texts.ts';
import { sampleLanguages } from '#tests/support/sample.ts';
import { compileContent } from '../../src/compiler/compile/compile-edition.ts';
import { parseCorpus } from '../../src/compiler/read/parse-corpus.ts';
import { readSources } from '../../src/compiler/read/read-sources.ts';

const LANGUAGES = sampleLanguages();
const CASES = 1000;

/** Every article of this repository, in a sample of the languages that it is written in, by its blob. */
const articles = new Map<string, Article>();
const kept: KeptLanguage[] = [];
const genuine = new Map<string, string>();

beforeAll(() => {
	const content = compileContent(parseCorpus(readSources({ content: 'src/content' }).value).value);
	for (const [path, text] of content.files) {
		const article = v.safeParse(Article, path.startsWith('blob/') ? JSON.parse(text) : undefined);
		if (article.success) articles.set(path, article.output);
	}
	for (const version of [58, 57]) for (const lang of LANGUAGES) kept.push(keptIn(lang, version));
});

function keptIn(lang: LanguageTag, version: number): KeptLanguage {
	const publisher = { name: 'A', address: 'https://handrail.example', licence: '', isDemo: true };
	const edition = { version, issued: '2026-11-24T12:00:00.000Z', publisher, withdrawn: [] };
	const t = textsOf(lang);
	const own = [...articles].filter(([, article]) => article.lang === lang);
	const blobs = new Map(own.map(([path, { kind, slug }]) => [articleId(kind, slug), path]));
	for (const [, article] of own) {
		for (const text of shareTexts(t, { article, edition, lang })) genuine.set(foldText(text), text);
	}
	return { lang, t, edition, blobs };
}

const phone = () =>
	createMessageChecker(kept, {
		articles: (paths) => Promise.resolve(paths.map((path) => articles.get(path))),
		pause: () => Promise.resolve()
	});

test('every article and step of this repository can be shared within 700 characters', () => {
	expect(genuine.size).toBeGreaterThan(300);
	const lengths = [...genuine.values()].map(({ length }) => length);
	expect(Math.max(...lengths)).toBeLessThanOrEqual(MAX_SHARED);
});

const linesOf = (text: string): string[] =>
	text
		.split('\n')
		.map(foldText)
		.filter((line) => line !== '');
/** Whole lines of one of our texts, with nothing left out between them. */
const isPart = (text: string): boolean => {
	const part = `\n${linesOf(text).join('\n')}\n`;
	return [...genuine.values()].some((it) => `\n${linesOf(it).join('\n')}\n`.includes(part));
};

test('what is shared is found again, unless it was altered: no false "genuine"', async () => {
	const { check } = phone();
	const texts = [...genuine.values()];
	for (const text of texts.slice(0, 50)) {
		expect((await check(text)).kind).toBe('current');
	}

	const wrong: string[] = [];
	const tried = new Map<string, number>();
	for (const { name, text } of mutations(texts, CASES)) {
		// an altered text that happens to be another of ours is genuine
		if (genuine.has(foldText(text))) continue;
		tried.set(name, (tried.get(name) ?? 0) + 1);
		const { kind } = await check(text);
		const isTrue = kind === 'lines' || kind === 'unknown' || (kind === 'excerpt' && isPart(text));
		if (!isTrue) wrong.push(`${name}, ${kind}: ${text}`);
	}
	expect(wrong).toEqual([]);
	expect(Math.min(...tried.values())).toBeGreaterThan(10);
	expect([...tried.values()].reduce((sum, count) => sum + count)).toBeGreaterThan(500);
}, 120_000);

const everyWay = Object.entries(WRAPPERS);

test('the same words in another dress are told as that, with what it is, and never as genuine', async () => {
	const { check } = phone();
	for (const text of [...genuine.values()].slice(0, 40)) {
		for (const [wrapping, wrap] of everyWay) {
			const verdict = await check(wrap(text));
			expect(verdict, wrap(text)).toMatchObject({
				kind: 'same-words',
				wrappings: [wrapping],
				became: { kind: 'current' }
			});
		}
		const all = `Reenviado\n${text.toUpperCase().replaceAll(/^/gm, '> ')}`;
		expect(await check(all)).toMatchObject({ wrappings: ['quotes', 'forwarded', 'capitals'] });
	}
}, 120_000);

test('an altered text in another dress is neither genuine nor the same words', async () => {
	const { check } = phone();
	const texts = [...genuine.values()];
	const wrong: string[] = [];
	const random = seededRandom('dresses');
	let tried = 0;
	const look = async (name: string, text: string): Promise<void> => {
		tried += 1;
		const { kind } = await check(text);
		if (kind !== 'lines' && kind !== 'unknown' && kind !== 'excerpt')
			wrong.push(`${name}: ${text}`);
	};
	for (const { name, text } of mutations(texts, 800)) {
		const [wrapping, wrap] = pick(everyWay, random);
		const isUndone = wrapping === 'capitals' && name === 'another letter case';
		if (!isUndone && !genuine.has(foldText(text))) await look(`${name}, ${wrapping}`, wrap(text));
	}
	for (const [name, mutate] of Object.entries(WRAPPED_MUTATIONS)) {
		for (const text of texts.slice(0, 10)) {
			for (const [wrapping, wrap] of everyWay) {
				const altered = mutate(wrap(text));
				if (altered !== wrap(text)) await look(`${name}, ${wrapping}`, altered);
			}
		}
	}
	expect(wrong).toEqual([]);
	expect(tried).toBeGreaterThan(900);
}, 240_000);
