import { library } from '#lib/reader/state/provided-library.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params: { lang }, depends }) => {
	depends('handrail:edition');

	const [coverage, cards] = await Promise.all([library().coverage(lang), library().cards(lang)]);
	return { coverage, cards };
};
