/** All that is kept of a time: `2026-11`, in UTC. */
export const toMonth = (ms: number): string => new Date(ms).toISOString().slice(0, 7);

/** The same month of the year before. */
export function yearBefore(month: string): string {
	return `${String(Number(month.slice(0, 4)) - 1).padStart(4, '0')}${month.slice(4)}`;
}
