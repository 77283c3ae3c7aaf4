/**
 * The sizes to try, largest first. The English beside the steps shrinks before everything else
 * does.
 */
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
 * Shrinks the text of a sheet or card until it fits its box. Sets two properties that the style
 * sheet turns into sizes, `--twin` and `--own`, from 1 down to 0, the smallest readable size. If
 * that is not enough, removes items from the end of lists with `data-may-end`, whose box says where
 * to find the rest. Labels are never removed.
 */
export function fit(box: HTMLElement): void {
	// measured at the size of the paper: on screen the sheet is scaled down, and its text not exactly
	// as much
	const sheet = box.closest<HTMLElement>('.sheet');
	const zoom = sheet?.style.zoom ?? '';
	if (sheet) sheet.style.zoom = '1';
	// a printer places letters more finely than a screen: a line that just fits here may break there,
	// and its second half would make a page of its own
	box.style.inlineSize = '98.5%';
	shrink(box);
	box.style.inlineSize = '';
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
