/**
 * The names that a mistyped word may mean, the nearest first: names that differ in one or two letters,
 * and names that contain all its parts ("bus" is in "school-bus"). `names` are pairs of a result and its name.
 */
export function nearestNames<T>(word: string, names: readonly (readonly [T, string])[]): T[] {
	const most = word.length < 3 ? 0 : word.length < 6 ? 1 : 2;
	const parts = word.split('-');
	return names
		.flatMap(([value, name]) => {
			const distance = distanceOf(word, name, most);
			if (distance <= most) return [{ value, rank: distance }];
			const own = name.split('-');
			const isPart = word.length >= 3 && parts.every((part) => own.includes(part));
			return isPart ? [{ value, rank: most + own.length }] : [];
		})
		.sort((a, b) => a.rank - b.rank)
		.map(({ value }) => value);
}

/**
 * Edit distance: how many letters were left out, inserted, changed or swapped with the next one (optimal
 * string alignment). Stops early if it must be above `most`.
 */
function distanceOf(a: string, b: string, most: number): number {
	if (Math.abs(a.length - b.length) > most) return Infinity;
	let [before, last]: number[][] = [[], Array.from({ length: b.length + 1 }, (_, index) => index)];
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const isSame = a[i - 1] === b[j - 1];
			const cost = Math.min(
				(last?.[j] ?? 0) + 1,
				(row[j - 1] ?? 0) + 1,
				(last?.[j - 1] ?? 0) + (isSame ? 0 : 1)
			);
			const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			row.push(isSwap ? Math.min(cost, (before?.[j - 2] ?? 0) + 1) : cost);
		}
		[before, last] = [last, row];
	}
	return last?.[b.length] ?? Infinity;
}
