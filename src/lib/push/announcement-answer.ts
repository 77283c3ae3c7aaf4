import * as v from 'valibot';
import { Instant } from '#lib/edition/vocabulary.ts';
import { Announcement } from './announcement.ts';

/**
 * `held` → `sending` → `done`. An announcement ends early when it is `cancelled`, when it has
 * `expired`, or when a newer edition, at least as severe, is being announced: `superseded`.
 */
export const AnnouncementState = v.picklist([
	'held',
	'sending',
	'done',
	'cancelled',
	'expired',
	'superseded'
]);
export type AnnouncementState = v.InferOutput<typeof AnnouncementState>;

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** What a server says of an announcement, to the publisher who signed it. */
export const AnnouncementAnswer = v.object({
	edition: Announcement.entries.edition,
	severity: Announcement.entries.severity,
	state: AnnouncementState,
	/** When the hold ends, or ended. */
	sendsAt: Instant,
	/** How many phones it is for, as of now. */
	subscriptions: Count
});
export type AnnouncementAnswer = v.InferOutput<typeof AnnouncementAnswer>;
