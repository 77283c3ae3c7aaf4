import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** A phone removes its subscription by token alone: it may no longer know the endpoint. */
export const migrate0004: Migration = async (tx) => {
	await sql`create index subscription_by_token on subscription (management_token_hash)`.execute(tx);
};
