import { join } from 'node:path';
import { afterAll, beforeAll, describe, onTestFinished } from 'vitest';
import type { Announcement } from '#lib/push/announcement.ts';
import type { SubscriptionRequest } from '#lib/push/subscription-request.ts';
import { openStore } from '#lib/server/store/open-store.ts';
import type { Store, StoreSettings } from '#lib/server/store/store.ts';
import { startPostgres, type TestPostgres } from './start-postgres.ts';
import { aTemporaryFolder } from '../publisher/temporary-folder.ts';

/** Returns the settings of a new, empty store. */
export type NewStore = () => StoreSettings;

const HOOK_MS = 60_000;

/** Runs the same tests on a SQLite file and on a real PostgreSQL server. */
export function describeStores(
	name: string,
	tests: (aNewStore: NewStore, engine: Store['engine']) => void
): void {
	describe(`${name}, SQLite`, { timeout: HOOK_MS }, () => {
		tests(() => ({ databaseFile: join(aTemporaryFolder(), 'handrail.sqlite') }), 'sqlite');
	});
	describe(`${name}, PostgreSQL`, { timeout: HOOK_MS }, () => {
		let postgres: TestPostgres | undefined;
		beforeAll(async () => {
			postgres = await startPostgres();
		}, HOOK_MS);
		afterAll(() => postgres?.stop(), HOOK_MS);
		tests(
			() => ({ databaseUrl: postgres?.createDatabase(), databaseFile: 'not used' }),
			'postgres'
		);
	});
}

/** Opens a store. It is closed when the test ends. */
export async function anOpenStore(settings: StoreSettings, skewMs?: () => number): Promise<Store> {
	const store = await openStore(settings, skewMs);
	onTestFinished(() => store.close());
	return store;
}

/** Opens one store twice, as two processes do. */
export async function twoConnections(settings: StoreSettings): Promise<[Store, Store]> {
	return [await anOpenStore(settings), await anOpenStore(settings)];
}

/** The subscription request of the phone with this number. The same number gives the same request. */
export function aSubscription(
	number: number,
	overrides: Partial<SubscriptionRequest> & { readonly origin?: string } = {}
): SubscriptionRequest {
	const { origin = 'https://push.example', ...rest } = overrides;
	const text = String(number);
	return {
		endpoint: `${origin}/send/${text}`,
		keys: { p256dh: text.padStart(87, 'k'), auth: text.padStart(22, 'a') },
		vapidKeyId: 'v'.repeat(43),
		token: text.padStart(43, 't'),
		...rest
	};
}

/** An announcement that expires `hours` from now. */
export function anAnnouncement(
	edition: number,
	{ hours = 24, ...overrides }: Partial<Announcement> & { readonly hours?: number } = {}
): Announcement {
	const at = (ms: number) => new Date(Date.now() + ms).toISOString();
	return {
		edition,
		sha256: String(edition).padStart(64, '0'),
		severity: 'routine',
		proof: `${'p'.repeat(85)}A`,
		origin: 'https://handrail.example',
		issued: at(0),
		expires: at(hours * 3_600_000),
		...overrides
	};
}

/** Subscribes phones 1 to `count`, announces the edition without a hold, and makes its deliveries. */
export async function anAnnouncedStore(
	store: Store,
	count: number,
	announcement = anAnnouncement(57)
): Promise<void> {
	for (let number = 1; number <= count; number += 1) {
		await store.subscriptions.save(aSubscription(number));
	}
	await store.announcements.accept({ announcement, approvals: [], holdMinutes: 0 });
	await advanceFully(store);
}

/** Advances announcements until nothing is due. */
export async function advanceFully(store: Store): Promise<void> {
	while ((await store.announcements.advance()).isBusy);
}
