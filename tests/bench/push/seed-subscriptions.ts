import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import type { DatabaseSettings } from '#lib/server/database/open-database.ts';

/** One row, as the store would have written it. */
export interface SeedRow {
	readonly endpoint: string;
	readonly p256dh: string;
	readonly auth: string;
	readonly vapidKeyId: string;
}

const COLUMNS =
	'push_service_id, endpoint, p256dh, auth, vapid_key_id, created_month, last_seen_month, management_token_hash';
const BATCH = 10_000;

/**
 * Puts many subscriptions into a migrated store. By hand, because the store writes one at a time, each
 * on disk before the next: a million of them would take longer than the bench.
 */
export async function seedSubscriptions(
	{ databaseUrl, databaseFile }: DatabaseSettings,
	rows: Iterable<SeedRow>
): Promise<void> {
	if (databaseUrl === undefined) seedSqlite(databaseFile, rows);
	else await seedPostgres(databaseUrl, rows);
}

function seedSqlite(file: string, rows: Iterable<SeedRow>): void {
	const database = new DatabaseSync(file);
	const addService = database.prepare(
		'insert into push_service (origin) values (?) on conflict do nothing'
	);
	const add = database.prepare(
		`insert into subscription (${COLUMNS}) values ((select id from push_service where origin = ?), ?, ?, ?, ?, '2026-11', '2026-11', '')`
	);
	const seen = new Set<string>();
	database.exec('begin immediate');
	for (const { endpoint, p256dh, auth, vapidKeyId } of rows) {
		const { origin } = new URL(endpoint);
		if (!seen.has(origin)) addService.run(origin);
		seen.add(origin);
		add.run(origin, endpoint, p256dh, auth, vapidKeyId);
	}
	database.exec('commit');
	database.close();
}

async function seedPostgres(connectionString: string, rows: Iterable<SeedRow>): Promise<void> {
	const client = new pg.Client({ connectionString });
	await client.connect();
	let batch: SeedRow[] = [];
	const write = async (): Promise<void> => {
		const origins = batch.map(({ endpoint }) => new URL(endpoint).origin);
		await client.query(
			'insert into push_service (origin) select unnest($1::text[]) on conflict do nothing',
			[[...new Set(origins)]]
		);
		await client.query(
			`insert into subscription (${COLUMNS})
			select s.id, r.endpoint, r.p256dh, r.auth, r.key, '2026-11', '2026-11', ''
			from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
				as r (origin, endpoint, p256dh, auth, key)
			join push_service s on s.origin = r.origin`,
			[
				origins,
				batch.map(({ endpoint }) => endpoint),
				batch.map(({ p256dh }) => p256dh),
				batch.map(({ auth }) => auth),
				batch.map(({ vapidKeyId }) => vapidKeyId)
			]
		);
		batch = [];
	};
	for (const row of rows) {
		batch.push(row);
		if (batch.length === BATCH) await write();
	}
	await write();
	await client.query('analyze');
	await client.end();
}
