import { library } from '#lib/reader/library.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params: { lang }, depends }) => {
	depends('handrail:edition');

	const [contacts, terms] = await Promise.all([library().contacts(lang), library().terms(lang)]);
	return { contacts, terms };
};
