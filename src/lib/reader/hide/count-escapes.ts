/** Time for three presses. The same as for GOV.UK's "Exit this page". */
const WITHIN_MS = 5000;
const TIMES = 3;

/**
 * Finds the Escape key pressed three times in a row. GOV.UK's anchor for this is Shift; Escape closes what is
 * open first, so that one press more than needed does no harm.
 *
 * @returns takes each key and when it was pressed, in milliseconds; true at the third Escape in time
 */
export function createEscapeCounter(): (key: string, atMs: number) => boolean {
	let pressedAt: number[] = [];
	return (key, atMs) => {
		if (key !== 'Escape') {
			pressedAt = [];
			return false;
		}
		pressedAt = [...pressedAt.filter((it) => atMs - it < WITHIN_MS), atMs];
		if (pressedAt.length < TIMES) return false;
		pressedAt = [];
		return true;
	};
}
