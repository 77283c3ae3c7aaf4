import { describe, expect, test } from 'vitest';
import type { Article } from '#lib/edition/article.ts';
import { aDirective, aGuide } from '#tests/support/publisher/fixture-articles.ts';
import { changedArticles } from './changed-articles.ts';

const stored = new Map<string, Article>([
	['old', aGuide()],
	['new', aGuide({ title: 'Another' })],
	['rule', aDirective()]
]);
const read = (hashes: readonly string[]) => Promise.resolve(hashes.map((it) => stored.get(it)));
const listing = (version: number, blobs: Record<string, string>) =>
	({ edition: { version }, lang: 'en', blobs: new Map(Object.entries(blobs)) }) as const;

describe('changedArticles', () => {
	test('gives both texts of an article that differs, and the old one of what was taken back', async () => {
		const listings = [
			listing(58, { 'guide/bus': 'new', 'guide/fresh': 'new' }),
			listing(57, { 'guide/bus': 'old', 'directive/rule': 'rule' })
		];
		expect(await changedArticles(listings, 'en', read)).toEqual({
			before: 57,
			after: 58,
			articles: [
				{ id: 'guide/bus', before: stored.get('old'), after: stored.get('new') },
				{ id: 'directive/rule', before: stored.get('rule'), after: undefined }
			]
		});
	});

	test('gives nothing of equal texts', async () => {
		const listings = [listing(58, { 'guide/bus': 'old' }), listing(57, { 'guide/bus': 'old' })];
		expect((await changedArticles(listings, 'en', read))?.articles).toEqual([]);
	});

	test('has nothing to say of one edition, or of another language', async () => {
		expect(await changedArticles([listing(58, {})], 'en', read)).toBeUndefined();
		expect(await changedArticles([listing(58, {}), listing(57, {})], 'es', read)).toBeUndefined();
	});
});
