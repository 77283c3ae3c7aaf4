import { library } from '#lib/reader/state/provided-library.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params: { lang }, depends }) => {
	depends('handrail:edition');

	return { terms: await library().terms(lang) };
};
