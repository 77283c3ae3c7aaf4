import { library } from '#lib/reader/state/provided-library.ts';
import { levelAt } from '#lib/reader/cards/levels.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, depends }) => {
	depends('handrail:edition');

	return { level: levelAt(params.level), cards: await library().cards(params.lang) };
};
