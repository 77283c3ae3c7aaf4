import { expect, test } from 'vitest';
import { Contents, parseListing, toVerifiedText } from './contents.ts';

const shard = (letter: string) => ({ sha256: letter.repeat(64), length: 10 });
const entry = (id: string, letter: string) => ({ id, ...shard(letter), length: 20 });
const listing = { schema: 1, lang: 'en', shards: [shard('a'), shard('b')] } as const;
const inShard = (...entries: ReturnType<typeof entry>[]): string => JSON.stringify({ entries });

test('knows what it needs only from verified shards, in the order of the listing', () => {
	const contents = new Contents({ ...listing, shards: [...listing.shards] });
	expect(contents.wants('c'.repeat(64), 20)).toBe(false);
	contents.learn('b'.repeat(64), inShard(entry('guide/late', 'd')));
	contents.learn('a'.repeat(64), inShard(entry('guide/early', 'c')));
	expect(contents.entries.map(({ id }) => id)).toEqual(['guide/early', 'guide/late']);
	expect(contents.wants('c'.repeat(64), 20)).toBe(true);
	expect(contents.wants('c'.repeat(64), 21)).toBe(false);
	expect(contents.unknownShards).toEqual([]);
});

test('does not take a shard that it cannot read', () => {
	const contents = new Contents({ ...listing, shards: [...listing.shards] });
	expect(contents.learn('a'.repeat(64), '{"entries":')).toBe(false);
	expect(contents.unknownShards).toHaveLength(2);
	expect(contents.learn('e'.repeat(64), 'an article')).toBe(true);
});

test('counts articles that are here, not contacts and not what a newer app would show', () => {
	const contents = new Contents({ ...listing, shards: [...listing.shards] });
	const entries = [entry('guide/a', 'c'), entry('directive/b', 'd'), entry('contacts', 'e')];
	entries.push(entry('a-kind-of-tomorrow', 'f'));
	contents.learn('a'.repeat(64), inShard(...entries));
	const stored = new Set(['c', 'e', 'f'].map((letter) => letter.repeat(64)));
	expect(contents.countArticles(stored)).toBe(1);
	expect(contents.missing(stored).map(({ id }) => id)).toEqual(['directive/b']);
});

test('refuses a listing of another language, of a newer format, and of no format', () => {
	const text = (changes: object) => JSON.stringify({ ...listing, ...changes });
	expect(parseListing(text({}), 'en')).toMatchObject({ ok: true });
	expect(parseListing(text({ lang: 'es' }), 'en')).toMatchObject({ code: 'mismatch' });
	expect(parseListing(text({ schema: 2 }), 'en')).toMatchObject({ code: 'needs-app-update' });
	expect(parseListing('<h1>', 'en')).toMatchObject({ code: 'malformed' });
});

test('makes no text of bytes that are not UTF-8', () => {
	expect(toVerifiedText(new Uint8Array([0xff, 0x41]))).toBeUndefined();
});
