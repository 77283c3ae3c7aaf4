/** The month of an instant in UTC, such as `2026-11`: all that is stored of it. */
export const toMonth = (ms: number): string => new Date(ms).toISOString().slice(0, 7);

/** The same month one year earlier. */
export function yearBefore(month: string): string {
	return `${String(Number(month.slice(0, 4)) - 1).padStart(4, '0')}${month.slice(4)}`;
}
