import { plainText } from '#lib/edition/text/plain-text.ts';
import type { PhoneSession } from '#lib/pwa/session/phone-session.ts';
import type { Search } from '#lib/search/create-search.ts';
import { languagesInUse } from '#lib/storage/read/installed-languages.ts';
import { readSearchTexts } from '#lib/storage/read/read-search-texts.ts';

/** The search through what is on this phone. Its code is fetched, or taken from the cache, only now. */
export async function loadSearch({
	open,
	library
}: Pick<PhoneSession, 'open' | 'library'>): Promise<Search> {
	const { createSearch } = await import('#lib/search/create-search.ts');
	return createSearch({
		read: async (lang) => readSearchTexts(await open(), lang),
		standIn: (lang) => library.standIn(lang),
		languages: async () => languagesInUse(await open()),
		plainText,
		pause: () => new Promise((resolve) => setTimeout(resolve))
	});
}
