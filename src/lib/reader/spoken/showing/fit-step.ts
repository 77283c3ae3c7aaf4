/** The number of sizes, from the largest down: `data-size` in CardFace.svelte. */
export const SIZE_STEPS = 5;

/** Finds the largest size at which a card fits, or else the smallest. */
export function fitStep(fits: (step: number) => boolean): number {
	for (let step = 0; step < SIZE_STEPS - 1; step += 1) if (fits(step)) return step;
	return SIZE_STEPS - 1;
}
