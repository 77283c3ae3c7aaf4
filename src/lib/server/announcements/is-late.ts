import { MINUTE_MS } from '#lib/edition/durations.ts';
import type { AnnouncementProgress } from './announcements.ts';

/** Whether an announcement should have been finished by now, and is not. */
export function isLate(
	{ state, heldUntil }: Pick<AnnouncementProgress, 'state' | 'heldUntil'>,
	watchdogMinutes: number,
	now: Date
): boolean {
	const isUnderWay = state === 'held' || state === 'sending';
	return isUnderWay && now.getTime() > Date.parse(heldUntil) + watchdogMinutes * MINUTE_MS;
}
