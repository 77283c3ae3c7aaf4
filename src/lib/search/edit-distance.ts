/**
 * How many letters are added, left out, changed or swapped with the next until one word is the other,
 * or `undefined` where these are more than `most`.
 */
export function editDistance(a: string, b: string, most: number): number | undefined {
	if (Math.abs(a.length - b.length) > most) return undefined;
	let before: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i += 1) {
		const row = [i];
		let least = i;
		for (let j = 1; j <= b.length; j += 1) {
			const isEqual = a[i - 1] === b[j - 1];
			let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (isEqual ? 0 : 1));
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
				cost = Math.min(cost, at(before, j - 2) + 1);
			}
			row.push(cost);
			least = Math.min(least, cost);
		}
		if (least > most) return undefined;
		[before, last] = [last, row];
	}
	const distance = at(last, b.length);
	return distance <= most ? distance : undefined;
}

const at = (row: readonly number[], index: number): number => row[index] ?? 0;
