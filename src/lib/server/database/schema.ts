import type { Generated, Kysely, Transaction } from 'kysely';
import type { AnnouncementState } from '#lib/push/announcement-answer.ts';
import type { Severity } from '#lib/push/notice.ts';

/** Yes is 1 and no is 0: SQLite has no other way, and one schema serves both engines. */
type Flag = 0 | 1;

/** How deliveries ended. `ended`: taken back before they were tried, with their announcement. */
export type DeliveryEnd =
	'sent' | 'gone' | 'suspect' | 'quarantine' | 'failed' | 'expired' | 'ended';

/** Instants are milliseconds since 1970. */
export interface Schema {
	/** A push service by its origin, such as `https://fcm.googleapis.com`. */
	push_service: {
		id: Generated<number>;
		origin: string;
		/** Whether a message to any of its subscriptions was ever accepted: then nobody invented it. */
		has_accepted: Generated<Flag>;
	};
	subscription: {
		/** Never given twice: an answer that comes late must not meet another phone's row. */
		id: Generated<number>;
		push_service_id: number;
		endpoint: string;
		p256dh: string;
		auth: string;
		vapid_key_id: string;
		/** `YYYY-MM`. */
		created_month: string;
		last_seen_month: string;
		/** Tries in a row that ended in something passing. */
		failures: Generated<number>;
		/** Messages in a row that were refused as malformed. At `QUARANTINE_REFUSALS` it gets no more. */
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
		/** The last subscription that got its delivery. */
		cursor: Generated<number>;
		is_fanned_out: Generated<Flag>;
		/** Ended, and no delivery is left: nothing to do any more. */
		is_settled: Generated<Flag>;
	};
	/** The outbox. A row waits or is being tried; when it has ended it is a number in `delivery_tally`. */
	delivery: {
		subscription_id: number;
		edition: number;
		/** Copied from the subscription, so that one push service's rows can be left out by an index. */
		push_service_id: number;
		attempts: Generated<number>;
		/** While it is leased, the end of the lease. */
		due_at: number;
		/** 0: nobody has it. */
		lease_until: Generated<number>;
	};
	delivery_tally: { edition: number; ending: DeliveryEnd; count: number };
	/** One row: when the outbox was last looked after. */
	caretaking: { id: 1; last_at: number };
	/** One row: how many migrations have run. */
	schema_version: { version: number };
}

export type Query = Kysely<Schema>;
export type Tx = Transaction<Schema>;
