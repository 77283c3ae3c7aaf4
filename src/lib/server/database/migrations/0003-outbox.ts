import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** The outbox, and the counts that remain of it. */
export const migrate0003: Migration = async (tx, engine) => {
	// rows are many, short-lived and found by their key. PostgreSQL must clean up after them sooner
	// than its default, a fifth of the table
	const storage =
		engine === 'sqlite'
			? sql`without rowid`
			: sql`with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02)`;
	await sql`create table delivery (
		subscription_id bigint not null references subscription (id) on delete cascade,
		edition bigint not null references edition_announcement (edition),
		push_service_id bigint not null,
		attempts integer not null default 0,
		due_at bigint not null,
		lease_until bigint not null default 0,
		primary key (subscription_id, edition)
	) ${storage}`.execute(tx);
	await sql`create index delivery_due on delivery (edition, push_service_id, due_at)`.execute(tx);
	await sql`create table delivery_tally (
		edition bigint not null references edition_announcement (edition),
		ending text not null,
		count bigint not null,
		primary key (edition, ending)
	)`.execute(tx);
};
