import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { ownLanguages } from './own-languages.ts';
import { publishedHere } from './published-here.ts';

/** The languages for which Kit prerenders an address: those that have texts. */
export async function languageEntries(): Promise<{ lang: LanguageTag }[]> {
	return (await ownLanguages(publishedHere())).map((lang) => ({ lang }));
}
