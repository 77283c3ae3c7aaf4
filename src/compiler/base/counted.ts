/** `1 article`, `2 articles`. */
export const counted = (count: number, noun: string): string =>
	`${String(count)} ${noun}${count === 1 ? '' : 's'}`;
