import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Announcements and their progress. */
export const migrate0002: Migration = async (tx) => {
	await sql`create table edition_announcement (
		edition bigint primary key,
		sha256 text not null,
		severity text not null check (severity in ('routine', 'critical')),
		proof text not null,
		approvals text not null,
		state text not null check (state in ('held', 'sending', 'done', 'cancelled', 'expired', 'superseded')),
		accepted_at bigint not null,
		held_until bigint not null,
		expires_at bigint not null,
		released_at bigint,
		finished_at bigint,
		cursor bigint not null default 0,
		is_fanned_out smallint not null default 0,
		is_settled smallint not null default 0
	)`.execute(tx);
	await sql`create table caretaking (
		id smallint primary key check (id = 1),
		last_at bigint not null
	)`.execute(tx);
};
