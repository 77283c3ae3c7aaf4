import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { openHandrailDatabase, type HandrailDatabase } from '#lib/storage/database/database.ts';
import { languageSizes, type KeptLanguage } from '#lib/storage/read/installed-languages.ts';
import { removeLanguage } from '#lib/storage/write/change-languages.ts';
import { keepCode } from '../worker/ask-worker.ts';
import { syncHere } from '../sync/sync-here.ts';
import { retryWhileBusy } from '../sync/retry-while-busy.ts';

export type { KeptLanguage };

/** Runs `work` on the database; `undefined` where the phone does not let us. */
async function withDatabase<T>(work: (db: HandrailDatabase) => Promise<T>): Promise<T | undefined> {
	let db: HandrailDatabase | undefined;
	try {
		db = await openHandrailDatabase();
		return await work(db);
	} catch {
		// denied, blocked or full: what is shown is what is there
		return undefined;
	} finally {
		db?.close();
	}
}

/** The languages that are kept on this phone, with what each takes. */
export const keptOnPhone = async (): Promise<readonly KeptLanguage[]> =>
	(await withDatabase(languageSizes)) ?? [];

export const removeFromPhone = async (lang: LanguageTag): Promise<void> => {
	await withDatabase((db) => removeLanguage(db, lang));
};

/** Fetches one more language beside the reader's. Resolves to whether it is here now. */
export async function addToPhone(reader: LanguageTag, lang: LanguageTag): Promise<boolean> {
	await retryWhileBusy(() => syncHere({ languages: [reader, lang] }));
	// its interface, which who saves data has of no other language
	void keepCode({ languages: [reader, lang] });
	return (await keptOnPhone()).some((it) => it.lang === lang);
}
