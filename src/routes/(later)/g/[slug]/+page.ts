import { redirect } from '@sveltejs/kit';
import { toHref } from '#lib/edition/address/base-path.ts';
import { languageTags } from '#lib/messages/languages.ts';
import { library } from '#lib/reader/state/provided-library.ts';
import { startLanguage } from '#lib/reader/state/start-language.ts';
import type { PageLoad } from './$types';

/** On to the guide in the reader's language, if one was chosen on this phone. */
export const load: PageLoad = async ({ params: { slug } }) => {
	const lang = await startLanguage();
	if (lang) redirect(307, toHref(`/${lang}/guides/${slug}/`));
	// no title: a phone that has no language yet has no guide
	const edition = await library().edition();
	return { slug, tags: edition?.languages.map((it) => it.lang) ?? languageTags };
};
