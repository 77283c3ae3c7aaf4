/** The name of the highlight. Player.svelte has its style. */
const NAME = 'spoken';

/**
 * Highlights the sentence that is read. If it is out of sight, scrolls it to a third from the top.
 */
export function markSentence(range: Range, mayScroll: boolean): void {
	// absent in older browsers, which mark the whole block
	if ('highlights' in CSS) CSS.highlights.set(NAME, new Highlight(range));
	else markBlock(range.startContainer.parentElement);
	if (mayScroll) scrollToThird(range.getBoundingClientRect().top);
}

export function unmark(): void {
	if ('highlights' in CSS) CSS.highlights.delete(NAME);
	else markBlock(null);
}

function markBlock(block: Element | null): void {
	for (const old of document.querySelectorAll(`.${NAME}`)) old.classList.remove(NAME);
	block?.classList.add(NAME);
}

function scrollToThird(top: number): void {
	const isInSight = top > innerHeight / 8 && top < innerHeight / 2;
	if (isInSight) return;
	const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
	scrollBy({ top: top - innerHeight / 3, behavior: isStill ? 'instant' : 'smooth' });
}
