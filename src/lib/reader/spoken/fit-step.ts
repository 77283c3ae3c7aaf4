/** The largest size, and four smaller ones: `data-size` in CardFace.svelte. */
export const SIZE_STEPS = 5;

/** The first step, from the largest, at which a card fits; the smallest where none does. */
export function fitStep(fits: (step: number) => boolean): number {
	for (let step = 0; step < SIZE_STEPS - 1; step += 1) if (fits(step)) return step;
	return SIZE_STEPS - 1;
}
