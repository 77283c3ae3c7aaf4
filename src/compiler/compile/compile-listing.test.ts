import { describe, expect, test } from 'vitest';
import type { Shard } from '#lib/edition/edition.ts';
import { compileListing, hashedFile, type Member } from './compile-listing.ts';
import { sha256 } from '../base/text-hash.ts';

const members = (count: number): Member[] =>
	Array.from({ length: count }, (_, index) => {
		return { id: `guide/number-${String(index)}`, blob: hashedFile({ index }) };
	});

const entriesOf = ({ text }: { text: string }) => (JSON.parse(text) as Shard).entries;

test.each([
	[0, 1],
	[1, 1],
	[32, 1],
	[33, 2],
	[64, 2],
	[65, 4],
	[1000, 32],
	[1025, 64]
])('puts %i entries into %i shards', (count, shards) => {
	expect(compileListing('en', members(count)).shards).toHaveLength(shards);
});

test('keeps 16 to 32 entries in a shard on average', () => {
	for (let count = 17; count < 3000; count += 7) {
		const average = count / compileListing('en', members(count)).shards.length;
		expect(average).toBeGreaterThanOrEqual(16);
		expect(average).toBeLessThanOrEqual(32);
	}
});

test('loses no entry, and sorts each shard by id', () => {
	const { shards } = compileListing('en', members(500));
	expect(shards.flatMap(entriesOf)).toHaveLength(500);
	for (const shard of shards) {
		const ids = entriesOf(shard).map(({ id }) => id);
		expect(ids).toEqual([...ids].sort());
	}
});

test('takes the first bits of the SHA-256 of an id for its shard', () => {
	const { shards } = compileListing('en', members(500));
	expect(shards).toHaveLength(16);
	for (const [index, shard] of shards.entries()) {
		for (const { id } of entriesOf(shard)) expect(sha256(id)[0]).toBe(index.toString(16));
	}
});

test('puts an id in a shard by the id alone', () => {
	const shardOf = (id: string, list: Member[]) =>
		compileListing('en', list).shards.findIndex((it) => entriesOf(it).some((e) => e.id === id));
	const all = members(500);
	const others = all.filter((_, index) => index === 7 || index > 40);
	expect(shardOf('guide/number-7', others)).toBe(shardOf('guide/number-7', all));
});

describe('a pack', () => {
	test('is lines that are each named by their hash: shards, then blobs', () => {
		const { pack, shards } = compileListing('en', members(70));
		const hashes = pack.text.split('\n').map(sha256);
		const blobs = shards.flatMap(entriesOf).map((entry) => entry.sha256);
		expect(hashes).toEqual([...shards.map((shard) => shard.sha256), ...blobs]);
	});
});
