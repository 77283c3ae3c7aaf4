import { toHref } from '#lib/edition/address/base-path.ts';
import { redirect } from '@sveltejs/kit';
import { languageTags } from '#lib/messages/languages.ts';
import { library } from '#lib/reader/state/provided-library.ts';
import { startLanguage } from '#lib/reader/state/start-language.ts';
import type { PageLoad } from './$types';

/** On to the same page in the reader's language, if one was chosen on this phone. */
export const load: PageLoad = async ({ params: { place } }) => {
	const lang = await startLanguage();
	if (lang) redirect(307, toHref(`/${lang}/${place}/`));
	const edition = await library().edition();
	return { place, tags: edition?.languages.map((it) => it.lang) ?? languageTags };
};
