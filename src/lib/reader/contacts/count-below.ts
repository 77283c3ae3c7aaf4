/**
 * How many steps end below an edge, when the page has not been scrolled yet.
 *
 * @param bottoms the lower edges of the steps, in CSS pixels from the top of the window, in order
 * @param edge where what is pinned to the end begins, in the same pixels
 * @returns the number of steps that are not whole above the edge
 */
export const countBelow = (bottoms: readonly number[], edge: number): number =>
	bottoms.filter((bottom) => bottom > edge).length;
