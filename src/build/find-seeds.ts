import { hashKey } from '../lib/messages/place-of.ts';

/** Keys that share a seed. Fewer make a longer table, more a longer search. */
const KEYS_OF_SEED = 4;
/** More than any group of four has ever needed among a thousand keys. */
const MOST_SEEDS = 1_000_000;

/**
 * Seeds by which each of these keys has a place of its own, and no place is empty: "hash, displace, and
 * compress" (Belazzougui, Botelho and Dietzfelbinger, 2009). Large groups choose while there is room.
 */
export function findSeeds(keys: readonly string[]): number[] {
	const count = keys.length;
	const seeds = Array.from({ length: Math.max(1, Math.ceil(count / KEYS_OF_SEED)) }, () => 0);
	const groups = new Map<number, string[]>();
	for (const key of keys) {
		const group = hashKey(key, 0) % seeds.length;
		groups.set(group, [...(groups.get(group) ?? []), key]);
	}
	const taken = new Set<number>();
	for (const [group, own] of [...groups].sort(([, a], [, b]) => b.length - a.length)) {
		const [seed, places] = seedFor(own, count, taken);
		seeds[group] = seed;
		for (const place of places) taken.add(place);
	}
	return seeds;
}

function seedFor(
	keys: readonly string[],
	count: number,
	taken: ReadonlySet<number>
): readonly [seed: number, places: ReadonlySet<number>] {
	for (let seed = 1; seed <= MOST_SEEDS; seed += 1) {
		const places = new Set(keys.map((key) => hashKey(key, seed) % count));
		if (places.size === keys.length && places.isDisjointFrom(taken)) return [seed, places];
	}
	throw new Error(`There are no places for ${keys.join(', ')}`);
}
