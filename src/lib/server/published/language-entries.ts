import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { ownLanguages } from './own-languages.ts';
import { publishedHere } from './published-here.ts';

/** What Kit is to prerender of an address that begins with a language: those that have texts. */
export async function languageEntries(): Promise<{ lang: LanguageTag }[]> {
	return (await ownLanguages(publishedHere())).map((lang) => ({ lang }));
}
