const folds = (): HTMLDetailsElement[] => [
	...document.querySelectorAll<HTMLDetailsElement>('main details')
];

/** Which folds of the page are open, in order. */
export const captureFolds = (): boolean[] => folds().map(({ open }) => open);

/** On the way back to a page: folds that the page no longer has are left out. */
export function restoreFolds(open: readonly boolean[]): void {
	for (const [index, fold] of folds().entries()) fold.open = open[index] ?? fold.open;
}
