import { redirect } from '@sveltejs/kit';
import { startLanguage } from '#lib/reader/start-language.ts';
import type { PageLoad } from './$types';

/** The picker, until a language was chosen on this phone. */
export const load: PageLoad = async () => {
	const lang = await startLanguage();
	if (lang) redirect(307, `/${lang}/`);
};
