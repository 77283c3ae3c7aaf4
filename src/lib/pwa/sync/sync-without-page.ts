import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { withOwnDatabase } from '#lib/storage/database/database-opener.ts';
import type { HandrailDatabase } from '#lib/storage/database/database.ts';
import type { SyncOutcome } from '#lib/sync/sync-outcome.ts';
import { languagesForPage, languagesInUse } from '#lib/storage/read/installed-languages.ts';
import { retryWhileBusy } from './retry-while-busy.ts';
import { syncHere } from './sync-here.ts';
import type { WorkerSync } from './worker-sync.ts';

/** A sync without a page: of the languages that are kept here. */
export const syncKeptLanguages = (signal: AbortSignal): Promise<WorkerSync | undefined> =>
	syncStored(languagesInUse, signal);

/** The sync of a page that is being opened in `lang`, or in the reader's language. */
export const syncOpenedPage = (
	lang: LanguageTag | undefined,
	signal: AbortSignal
): Promise<WorkerSync | undefined> => syncStored((db) => languagesForPage(db, lang), signal);

/** `undefined` where storage is denied or blocked, or there is nothing to sync. */
function syncStored(
	choose: (db: HandrailDatabase) => Promise<LanguageTag[]>,
	signal: AbortSignal
): Promise<WorkerSync | undefined> {
	return withOwnDatabase(async (open) => {
		const languages = await open()
			.then(choose)
			.catch((): LanguageTag[] => []);
		if (languages.length === 0) return undefined;
		let clockSkewMs: number | undefined;
		const onClockSkew = (skewMs: number): void => {
			clockSkewMs = skewMs;
		};
		const outcome = await syncHere(open, { languages, onClockSkew, signal });
		return { outcome, languages, clockSkewMs };
	});
}

/** One language, before there is an app: for the preview. */
export const syncLanguage = (lang: LanguageTag): Promise<SyncOutcome> =>
	withOwnDatabase((open) => retryWhileBusy(() => syncHere(open, { languages: [lang] })));
