import type { Result } from '#lib/edition/result.ts';
import type { AnnouncementState } from '#lib/push/announcement-answer.ts';
import type { Announcement, Cancellation } from '#lib/push/announcement.ts';
import type { Severity } from '#lib/push/notice.ts';
import type { DeliveryEnd } from '#lib/server/database/schema.ts';

/** An announcement and how far it has come. All instants are ISO. */
export interface AnnouncementProgress {
	readonly edition: number;
	readonly sha256: string;
	readonly severity: Severity;
	readonly state: AnnouncementState;
	/** Key ids of those who approved. */
	readonly approvals: readonly string[];
	readonly acceptedAt: string;
	/** Nothing is sent before. */
	readonly heldUntil: string;
	readonly expiresAt: string;
	/** When it was done, cancelled, expired or superseded. */
	readonly finishedAt: string | null;
	/** Whether every subscription has got its delivery. */
	readonly isFannedOut: boolean;
	/** Deliveries that wait, or are being tried. */
	readonly waiting: number;
	readonly ended: Readonly<Record<DeliveryEnd, number>>;
}

/** What is to be sent, after its signatures were verified, and how long a mistake can be caught. */
export interface VerifiedRequest {
	readonly announcement: Announcement;
	readonly approvals: readonly string[];
	readonly holdMinutes: number;
}

/**
 * `conflict`: the edition was announced with another hash or severity. `older-edition`: a newer one
 * was announced before. `too-soon`: routine, and it would expire before a day has passed since the
 * last routine one. `expired`: by the store's clock.
 */
export type AcceptRefusal = 'conflict' | 'older-edition' | 'too-soon' | 'expired';

/** A step that `advance` took, for the log. */
export interface AnnouncementStep {
	readonly edition: number;
	/** `held-again`: the store was away; see `advance`. `fanned-out`: one slice more. */
	readonly step: AnnouncementState | 'held-again' | 'fanned-out';
	/** Rows that the step made or deleted. */
	readonly count: number;
}

/** "Edition 57 is out", from the publisher's request to the last delivery. */
export interface Announcements {
	/**
	 * Keeps an announcement, held. Idempotent on the edition: the second time it answers with what there
	 * is, whatever its state, so that a replay starts nothing. At most one routine announcement is
	 * released in 24 hours: a second one is held for longer. A critical one overrides.
	 */
	readonly accept: (
		request: VerifiedRequest
	) => Promise<
		Result<{ readonly isNew: boolean; readonly announcement: AnnouncementProgress }, AcceptRefusal>
	>;
	/**
	 * Ends an announcement: what is not with a push service yet is never sent. Cancelling twice is
	 * fine. `finished`: too late, it was done, or ended otherwise.
	 */
	readonly cancel: (
		cancellation: Pick<Cancellation, 'edition' | 'sha256'>
	) => Promise<Result<AnnouncementProgress, 'not-found' | 'conflict' | 'finished'>>;
	readonly find: (edition: number) => Promise<AnnouncementProgress | undefined>;
	/** The newest first. */
	readonly list: (limit: number) => Promise<AnnouncementProgress[]>;
	/**
	 * Does the next piece of what is due: release what was held long enough, make up to 5,000
	 * deliveries (rows and cursor in one transaction), end what is expired, delete up to 5,000 deliveries
	 * of what has ended. Any number of processes may call it. Call again at once while `isBusy`, else in
	 * about a second.
	 *
	 * If nobody called it for 15 minutes, the database may be a backup that was put back, and does
	 * not know of a later cancellation: what was under way is held once more, `held-again`.
	 */
	readonly advance: () => Promise<{
		readonly isBusy: boolean;
		readonly steps: readonly AnnouncementStep[];
	}>;
}
