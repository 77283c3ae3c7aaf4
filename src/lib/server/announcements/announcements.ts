import type { Result } from '#lib/edition/result.ts';
import type { AnnouncementState } from '#lib/push/announcement-answer.ts';
import type { Announcement, Cancellation } from '#lib/push/announcement.ts';
import type { Severity } from '#lib/push/notice.ts';
import type { DeliveryEnd } from '#lib/server/database/server-schema.ts';

/** An announcement and its progress. All instants are ISO. */
export interface AnnouncementProgress {
	readonly edition: number;
	readonly sha256: string;
	readonly severity: Severity;
	readonly state: AnnouncementState;
	/** Key ids of those who approved. */
	readonly approvals: readonly string[];
	readonly acceptedAt: string;
	/** Nothing is sent before this. */
	readonly heldUntil: string;
	readonly expiresAt: string;
	/** When it was done, cancelled, expired or superseded. */
	readonly finishedAt: string | null;
	/** Whether a delivery was made for every subscription. */
	readonly isFannedOut: boolean;
	/** Deliveries that wait or are leased. */
	readonly waiting: number;
	readonly ended: Readonly<Record<DeliveryEnd, number>>;
}

/** What to send, with verified signatures. Within `holdMinutes` it can be cancelled before it is sent. */
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

/** A step of `advance`, for the log. */
export interface AnnouncementStep {
	readonly edition: number;
	/** `held-again`: maintenance had not run for long, see `advance`. `fanned-out`: one more slice. */
	readonly step: AnnouncementState | 'held-again' | 'fanned-out';
	/** How many deliveries the step made or deleted. */
	readonly count: number;
}

/** "Edition 57 is out", from the publisher's request to the last delivery. */
export interface Announcements {
	/**
	 * Stores an announcement in the state `held`. Idempotent on the edition: a second call gives what is
	 * stored, whatever its state, so that a replay starts nothing. At most one routine announcement is
	 * released in 24 hours, and a second one is held for longer. Critical ones are not limited.
	 */
	readonly accept: (
		request: VerifiedRequest
	) => Promise<
		Result<{ readonly isNew: boolean; readonly announcement: AnnouncementProgress }, AcceptRefusal>
	>;
	/**
	 * Ends an announcement: what has not reached a push service is never sent. Idempotent. `finished`: it
	 * is done, expired or superseded, so there is nothing to cancel.
	 */
	readonly cancel: (
		cancellation: Pick<Cancellation, 'edition' | 'sha256'>
	) => Promise<Result<AnnouncementProgress, 'not-found' | 'conflict' | 'finished'>>;
	readonly find: (edition: number) => Promise<AnnouncementProgress | undefined>;
	/** The newest first. */
	readonly list: (limit: number) => Promise<AnnouncementProgress[]>;
	/**
	 * Does the next step of everything that is due: releases what was held long enough, makes up to 5,000
	 * deliveries (rows and cursor in one transaction), ends what has expired, deletes up to 5,000
	 * deliveries of what has ended. Any number of processes may call it. Call it again at once while
	 * `isBusy`, else in about a second.
	 *
	 * If nobody called it for 15 minutes, the database may be a restored backup that does not know of a
	 * later cancellation. So what was being sent is held once more (`held-again`).
	 */
	readonly advance: () => Promise<{
		readonly isBusy: boolean;
		readonly steps: readonly AnnouncementStep[];
	}>;
}
