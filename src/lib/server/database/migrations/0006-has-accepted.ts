import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Which push services are known to be real. A lease reads it of each, and thousands may be invented. */
export const migrate0006: Migration = async (tx) => {
	await sql`alter table push_service add column has_accepted smallint not null default 0`.execute(
		tx
	);
	await sql`update push_service set has_accepted = 1
		where id in (select push_service_id from subscription where has_succeeded = 1)`.execute(tx);
};
