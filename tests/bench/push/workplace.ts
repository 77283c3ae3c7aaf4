import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '#lib/server/store/open-store.ts';
import { loadVapidKeys, type VapidKeys } from '#lib/server/web-push/vapid-keys.ts';
import type { Store, StoreSettings } from '#lib/server/store/store.ts';
import { startPostgres, type TestPostgres } from '#tests/support/server/start-postgres.ts';
import { aCertificate, type Certificate } from '#tests/support/server/self-signed.ts';

/** Where a bench works: a folder, keys, a certificate and databases that are gone afterwards. */
export interface Workplace {
	readonly certificate: Certificate;
	readonly vapidDir: string;
	readonly keys: VapidKeys;
	/** Settings of an empty store. */
	readonly newStore: (engine: Store['engine']) => Promise<StoreSettings>;
	readonly close: () => void;
}

export const ENGINES = ['sqlite', 'postgres'] as const;

export function openWorkplace(): Workplace {
	const folder = mkdtempSync(join(tmpdir(), 'handrail-bench-'));
	const vapidDir = join(folder, 'vapid');
	let postgres: Promise<TestPostgres> | undefined;
	let files = 0;
	return {
		certificate: aCertificate(),
		vapidDir,
		keys: loadVapidKeys(vapidDir),
		newStore: async (engine) => {
			files += 1;
			const databaseFile = join(folder, `${files}.sqlite`);
			if (engine === 'sqlite') return { databaseFile };
			postgres ??= startPostgres();
			return { databaseUrl: (await postgres).createDatabase(), databaseFile: 'not used' };
		},
		close: () => {
			void postgres?.then(({ stop }) => {
				stop();
			});
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** Announces edition 57 without a hold, and releases it. Fanning out is the caller's, by `advance`. */
export async function announce(store: Store): Promise<void> {
	const at = (ms: number): string => new Date(Date.now() + ms).toISOString();
	await store.announcements.accept({
		announcement: {
			edition: 57,
			sha256: '57'.padStart(64, '0'),
			severity: 'routine',
			proof: `${'p'.repeat(85)}A`,
			origin: 'https://handrail.example',
			issued: at(0),
			expires: at(40 * 3_600_000)
		},
		approvals: [],
		holdMinutes: 0
	});
}

/** An open store with these many deliveries that wait. */
export async function openFilled(
	settings: StoreSettings,
	seed: (settings: StoreSettings) => Promise<void>
): Promise<Store> {
	const store = await openStore(settings);
	await seed(settings);
	await announce(store);
	while ((await store.announcements.advance()).isBusy);
	return store;
}
