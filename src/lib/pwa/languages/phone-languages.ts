import type { KeptLanguage, PhoneLanguages } from '#lib/phone/languages.ts';
import type { OpenDatabase } from '#lib/storage/database/database-opener.ts';
import type { HandrailDatabase } from '#lib/storage/database/database.ts';
import { languageSizes } from '#lib/storage/read/installed-languages.ts';
import { chooseRecordings } from '#lib/storage/stores/recording-store.ts';
import { removeLanguage } from '#lib/storage/write/change-languages.ts';
import { isSavingData } from '../sync/is-saving-data.ts';
import { retryWhileBusy } from '../sync/retry-while-busy.ts';
import { syncHere } from '../sync/sync-here.ts';
import { keepCode } from '../worker/ask-worker.ts';

/** The languages of this phone, for the page that adds and removes them. */
export function createPhoneLanguages(open: OpenDatabase): PhoneLanguages {
	/** `undefined` where storage is denied, blocked or full: what is shown is what is there. */
	const tryWith = <T>(work: (db: HandrailDatabase) => Promise<T>): Promise<T | undefined> =>
		open()
			.then(work)
			.catch(() => undefined);
	const kept = async (): Promise<readonly KeptLanguage[]> => (await tryWith(languageSizes)) ?? [];
	return {
		kept,
		async add(reader, lang) {
			await retryWhileBusy(() => syncHere(open, { languages: [reader, lang] }));
			// its interface, which who saves data has of no other language
			void keepCode({ languages: [reader, lang] });
			return (await kept()).some((it) => it.lang === lang);
		},
		async remove(lang) {
			// first: what is to be heard of a language is known only while its texts are here
			await tryWith((db) => chooseRecordings(db, lang, false));
			await tryWith((db) => removeLanguage(db, lang));
		},
		isSavingData
	};
}
