import { library } from '#lib/reader/state/provided-library.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params: { lang }, depends }) => {
	depends('handrail:edition');

	const [notes, cards] = await Promise.all([library().changeNotes(lang), library().cards(lang)]);
	return { notes, cards };
};
