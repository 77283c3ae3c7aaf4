import * as v from 'valibot';
import { Instant } from '#lib/edition/vocabulary.ts';
import { Announcement } from './announcement.ts';

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
