import type { Generated, Kysely, Transaction } from 'kysely';
import type { AnnouncementState } from '#lib/push/announcement-answer.ts';
import type { Severity } from '#lib/push/notice.ts';

/** A boolean: SQLite has no type for it, and one schema serves both engines. */
type Flag = 0 | 1;

/** How deliveries end. `ended`: deleted without being sent, because their announcement was over. */
export type DeliveryEnd =
	'sent' | 'gone' | 'suspect' | 'quarantine' | 'failed' | 'expired' | 'ended';

/** Instants are milliseconds since 1970. */
export interface Schema {
	/** A push service by its origin, such as `https://fcm.googleapis.com`. */
	push_service: {
		id: Generated<number>;
		origin: string;
		/** Whether it ever accepted a message. Then it is real; any other host name may be invented. */
		has_accepted: Generated<Flag>;
	};
	subscription: {
		/** Never reused: a late answer must not be taken for that of another phone. */
		id: Generated<number>;
		push_service_id: number;
		endpoint: string;
		p256dh: string;
		auth: string;
		vapid_key_id: string;
		/** `YYYY-MM`. */
		created_month: string;
		last_seen_month: string;
		/** Attempts in a row that failed for a passing reason. */
		failures: Generated<number>;
		/** Messages in a row that were refused as malformed. From `QUARANTINE_REFUSALS` on it gets no more. */
		refusals: Generated<number>;
		has_succeeded: Generated<Flag>;
		suspect_since: number | null;
		/** SHA-256 of the phone's token, base64url. */
		management_token_hash: string;
	};
	edition_announcement: {
		edition: number;
		sha256: string;
		severity: Severity;
		proof: string;
		/** A JSON array of key ids. */
		approvals: string;
		state: AnnouncementState;
		accepted_at: number;
		held_until: number;
		expires_at: number;
		released_at: number | null;
		finished_at: number | null;
		/** The last subscription for which a delivery was made. */
		cursor: Generated<number>;
		is_fanned_out: Generated<Flag>;
		/** It has ended and no delivery is left: there is nothing more to do. */
		is_settled: Generated<Flag>;
	};
	/** The outbox: what waits, or is leased. A delivery that has ended is counted in `delivery_tally`. */
	delivery: {
		subscription_id: number;
		edition: number;
		/** Copied from the subscription, so that an index can leave out the rows of one push service. */
		push_service_id: number;
		attempts: Generated<number>;
		/** The end of the lease while it is leased. */
		due_at: number;
		/** 0 when it is not leased. */
		lease_until: Generated<number>;
	};
	delivery_tally: { edition: number; ending: DeliveryEnd; count: number };
	/** One row: when maintenance last ran (`run-maintenance.ts`). */
	caretaking: { id: 1; last_at: number };
	/** One row: how many migrations have run. */
	schema_version: { version: number };
}

export type Query = Kysely<Schema>;
export type Tx = Transaction<Schema>;
