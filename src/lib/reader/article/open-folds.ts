const folds = (): HTMLDetailsElement[] => [
	...document.querySelectorAll<HTMLDetailsElement>('main details')
];

/** Whether each fold of the page is open, in the order of the page. */
export const captureFolds = (): boolean[] => folds().map(({ open }) => open);

/** Opens and closes the folds of a page that the reader returns to, as `captureFolds` found them. */
export function restoreFolds(open: readonly boolean[]): void {
	for (const [index, fold] of folds().entries()) fold.open = open[index] ?? fold.open;
}
