import type { AnnouncementProgress } from './announcements.ts';

const MINUTE_MS = 60_000;

/** Whether an announcement should have been finished by now, and is not. */
export function isLate(
	{ state, heldUntil }: Pick<AnnouncementProgress, 'state' | 'heldUntil'>,
	watchdogMinutes: number,
	now: Date
): boolean {
	const isUnderWay = state === 'held' || state === 'sending';
	return isUnderWay && now.getTime() > Date.parse(heldUntil) + watchdogMinutes * MINUTE_MS;
}
