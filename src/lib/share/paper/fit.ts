/** What is made smaller, in this order: the English beside a step first, then all of it. */
const LEVELS = [
	['1', '1'],
	['0.66', '1'],
	['0.33', '1'],
	['0', '1'],
	['0', '0.8'],
	['0', '0.6'],
	['0', '0.4'],
	['0', '0.2'],
	['0', '0']
] as const;

/**
 * Makes the text of a sheet or card fit its box, by two properties that its style makes sizes of: `--twin`
 * and `--own`, from 1 to 0, the smallest that can still be read. Where that is not enough, the last items
 * of a list with `data-may-end` go, whose box says where all of them are; labels never go.
 */
export function fit(box: HTMLElement): void {
	// as large as on paper: on the screen letters are not exactly so much smaller as the sheet is
	const sheet = box.closest<HTMLElement>('.sheet');
	const zoom = sheet?.style.zoom ?? '';
	if (sheet) sheet.style.zoom = '1';
	shrink(box);
	if (sheet) sheet.style.zoom = zoom;
}

function shrink(box: HTMLElement): void {
	const isFull = (): boolean => box.scrollHeight > box.clientHeight;
	for (const [twin, own] of LEVELS) {
		box.style.setProperty('--twin', twin);
		box.style.setProperty('--own', own);
		if (!isFull()) return;
	}
	const items = [...box.querySelectorAll<HTMLElement>('[data-may-end] > li')];
	for (const item of items.slice(1).reverse()) {
		item.hidden = true;
		if (!isFull()) return;
	}
}
