import { DAY_MS } from '#lib/edition/durations.ts';
import { dayMs } from '#lib/edition/dates.ts';
import type { Card } from '#lib/edition/card.ts';
import { newYorkDay } from '../text/format-date.ts';

/** Content reference, 5.3: past this, evidence is old whatever the review says. */
const OLD_EVIDENCE_DAYS = 180;
/** Content reference, 5.3: with no review of any article for so long, nobody is at work. */
const UNMAINTAINED_DAYS = 60;

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
	// a month or a year counts from its first day; a date that cannot be read is old
	const ageMs = now.getTime() - dayMs(statusAsOf);
	const isOverdue = Number.isNaN(dayMs(reviewBy)) || newYorkDay(now) > reviewBy;
	return { isOverdue, isOld: !(ageMs <= OLD_EVIDENCE_DAYS * DAY_MS) };
}

/** When anybody last reviewed anything: the newest day among the articles of a language. */
export const lastReviewOf = (
	cards: readonly Pick<Card, 'changedOn' | 'reviewedOn'>[]
): string | undefined =>
	cards
		.map(({ changedOn, reviewedOn }) => reviewedOn ?? changedOn)
		.sort()
		.at(-1);

/** Nobody has reviewed any article for 60 days. Publishing is no review, and nor is a download. */
export function isUnmaintained(lastReviewOn: string, now: Date): boolean {
	return !(now.getTime() - dayMs(lastReviewOn) <= UNMAINTAINED_DAYS * DAY_MS);
}
