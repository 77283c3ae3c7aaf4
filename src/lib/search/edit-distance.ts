/** Whether one word becomes the other by so many letters added, left out, changed or swapped. */
export function isWithin(a: string, b: string, most: number): boolean {
	if (Math.abs(a.length - b.length) > most) return false;
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
		if (least > most) return false;
		[before, last] = [last, row];
	}
	return at(last, b.length) <= most;
}

const at = (row: readonly number[], index: number): number => row[index] ?? 0;
