import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { withOwnDatabase } from '#lib/storage/database/database-opener.ts';
import type { SyncOutcome } from '#lib/sync/sync-outcome.ts';
import { languagesInUse } from '#lib/storage/read/installed-languages.ts';
import { retryWhileBusy } from './retry-while-busy.ts';
import { syncHere } from './sync-here.ts';

/**
 * A sync without a page: of the languages that are kept here. Nothing is thrown where storage is
 * denied or blocked: there is nothing to sync into, and nobody to tell.
 */
export async function syncKeptLanguages(): Promise<void> {
	await withOwnDatabase(async (open) => {
		const languages = await open()
			.then(languagesInUse)
			.catch(() => []);
		if (languages.length > 0) await syncHere(open, { languages });
	});
}

/** One language, before there is an app: for the preview. */
export const syncLanguage = (lang: LanguageTag): Promise<SyncOutcome> =>
	withOwnDatabase((open) => retryWhileBusy(() => syncHere(open, { languages: [lang] })));
