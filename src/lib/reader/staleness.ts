import { newYorkDay } from './format-date.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Content reference, 5.3: past this, evidence is old whatever the review says. */
const OLD_EVIDENCE_DAYS = 180;

export interface Staleness {
	/** Past its day of review. */
	readonly isOverdue: boolean;
	/** The evidence itself is old. */
	readonly isOld: boolean;
}

/** What the phone says about an article's age. `now` is absent while prerendered: then nothing. */
export function staleness(
	{ reviewBy, statusAsOf }: { reviewBy: string; statusAsOf: string },
	now: Date | undefined
): Staleness {
	if (!now) return { isOverdue: false, isOld: false };
	// a month or a year counts from its first day
	const [year = '', month = '01', day = '01'] = statusAsOf.split('-');
	const ageMs = now.getTime() - Date.parse(`${year}-${month}-${day}T00:00:00Z`);
	return { isOverdue: newYorkDay(now) > reviewBy, isOld: ageMs > OLD_EVIDENCE_DAYS * DAY_MS };
}
