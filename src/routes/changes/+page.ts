import { redirect } from '@sveltejs/kit';
import { startLanguage } from '#lib/reader/start-language.ts';
import type { PageLoad } from './$types';

/** Where notices point: they do not know the language of the phone that shows them. */
export const load: PageLoad = async () => {
	const lang = await startLanguage();
	if (lang) redirect(307, `/${lang}/changes/`);
};
