import { DAY_MS } from '#lib/edition/durations.ts';
import { dayMs } from '#lib/edition/dates.ts';
import type { Card } from '#lib/edition/card.ts';
import { localDay } from '../text/format-date.ts';

/** Older evidence is called old, whenever the article was reviewed. */
const OLD_EVIDENCE_DAYS = 180;
/** If no article has been reviewed for longer, the content counts as unmaintained. */
const UNMAINTAINED_DAYS = 60;

export interface Staleness {
	/** The day of the next review has passed. */
	readonly isOverdue: boolean;
	/** The evidence is older than `OLD_EVIDENCE_DAYS`. */
	readonly isOld: boolean;
}

/** Whether an article is overdue or old. Neither while prerendering, when `now` is `undefined`. */
export function staleness(
	{ reviewBy, statusAsOf }: { reviewBy: string; statusAsOf: string },
	now: Date | undefined
): Staleness {
	if (!now) return { isOverdue: false, isOld: false };
	// a month or a year counts from its first day; an unreadable date counts as old
	const ageMs = now.getTime() - dayMs(statusAsOf);
	const isOverdue = Number.isNaN(dayMs(reviewBy)) || localDay(now) > reviewBy;
	return { isOverdue, isOld: !(ageMs <= OLD_EVIDENCE_DAYS * DAY_MS) };
}

/** The day of the newest review of any article of a language. */
export const lastReviewOf = (
	cards: readonly Pick<Card, 'changedOn' | 'reviewedOn'>[]
): string | undefined =>
	cards
		.map(({ changedOn, reviewedOn }) => reviewedOn ?? changedOn)
		.sort()
		.at(-1);

/** Whether no article has been reviewed for `UNMAINTAINED_DAYS`. Publishing does not count as a review. */
export function isUnmaintained(lastReviewOn: string, now: Date): boolean {
	return !(now.getTime() - dayMs(lastReviewOn) <= UNMAINTAINED_DAYS * DAY_MS);
}
