import { isLanguageTag } from '#lib/edition/language-tags.ts';
import { loadMessages } from '#lib/messages/load-messages.ts';
import type { Translate } from '#lib/messages/translate.ts';

/** The reader's own words, in the language of the page that is previewed. */
export async function load({ params }: { params: { lang?: string } }): Promise<{ t: Translate }> {
	const { lang = 'en' } = params;
	return { t: await loadMessages(isLanguageTag(lang) ? lang : 'en') };
}
