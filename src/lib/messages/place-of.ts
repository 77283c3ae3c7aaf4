/** FNV-1a with its bits mixed: the same number in every engine. */
export function hashKey(key: string, seed: number): number {
	let hash = seed ^ 0x811c9dc5;
	for (let at = 0; at < key.length; at += 1) {
		hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
	}
	hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
	return (hash ^ (hash >>> 13)) >>> 0;
}

/**
 * Where the text of a key stands in a catalogue of so many texts. `seeds` were found when it was made, so
 * that no two keys share a place: a catalogue needs no names. Of any other key it names some place, too.
 */
export function placeOf(key: string, seeds: readonly number[], count: number): number {
	const seed = seeds[hashKey(key, 0) % seeds.length] ?? 0;
	return hashKey(key, seed) % count;
}
