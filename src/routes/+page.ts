import { toHref } from '#lib/edition/address/base-path.ts';
import { redirect } from '@sveltejs/kit';
import { languageTags } from '#lib/messages/languages.ts';
import { library } from '#lib/reader/state/provided-library.ts';
import { startLanguage } from '#lib/reader/state/start-language.ts';
import type { PageLoad } from './$types';

/** The picker of the publisher's languages, until one was chosen on this phone. */
export const load: PageLoad = async () => {
	const lang = await startLanguage();
	if (lang) redirect(307, toHref(`/${lang}/`));
	const edition = await library().edition();
	return { tags: edition?.languages.map((it) => it.lang) ?? languageTags };
};
