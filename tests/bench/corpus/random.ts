/** Numbers in [0, 1) that look random and are the same for the same seed (mulberry32). */
export type Random = () => number;

export function seededRandom(seed: string): Random {
	let state = hash(seed);
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** Throws on an empty list: there is nothing to pick. */
export function pick<Item>(items: readonly Item[], random: Random): Item {
	const item = items[Math.floor(random() * items.length)];
	if (item === undefined) throw new Error('Nothing to pick from');
	return item;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
	let state = 0x811c9dc5;
	for (const char of text) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 0x01000193);
	return state;
}
