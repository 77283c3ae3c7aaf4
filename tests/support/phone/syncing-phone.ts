import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { syncWith, type SyncOptions, type Surroundings } from '#lib/pwa/sync/sync-with.ts';
import { createDatabaseOpener, type OpenDatabase } from '#lib/storage/database/database-opener.ts';
import { createStoredLibrary } from '#lib/storage/read/stored-library.ts';
import { readTrust } from '#lib/storage/stores/trust-store.ts';
import type { SyncOutcome } from '#lib/sync/sync-outcome.ts';
import type { TrustState } from '#lib/trust/trust-state.ts';
import { EditionHost } from '../server/edition-host.ts';
import { today, type Publisher } from '../publisher/publisher.ts';

let count = 0;

/** A phone with its own database, which syncs from a publisher's host. */
export interface SyncingPhone {
	/** The name of its database. */
	readonly database: string;
	readonly host: EditionHost;
	readonly open: OpenDatabase;
	readonly sync: (
		languages?: readonly LanguageTag[],
		options?: Partial<SyncOptions & Surroundings>
	) => Promise<SyncOutcome>;
	/** The title of the one guide that tests read; `undefined` where it cannot be read. */
	readonly title: (lang?: LanguageTag) => Promise<string | undefined>;
	readonly trust: () => Promise<TrustState | undefined>;
}

export function aSyncingPhone(publisher: Publisher): SyncingPhone {
	const database = `syncing-phone-${(count += 1)}`;
	const host = new EditionHost(publisher.files);
	const open = createDatabaseOpener(database);
	const library = createStoredLibrary({
		open,
		whenReady: () => Promise.resolve(false),
		mayStandIn: () => false
	});
	return {
		database,
		host,
		open,
		sync(languages = ['en'], options = {}) {
			const surroundings: Surroundings = {
				anchor: publisher.anchor(),
				hosts: ['http://localhost/published/'],
				fetch: host.fetch,
				open,
				locks: undefined,
				...options
			};
			return syncWith(surroundings, { languages, now: today, ...options });
		},
		async title(lang = 'en') {
			const found = await library.article(lang, 'guide', 'school-bus');
			return 'found' in found ? found.found.article.title : undefined;
		},
		trust: async () => readTrust(await open())
	};
}
