import { error } from '@sveltejs/kit';
import { library } from '#lib/reader/library.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params: { lang, slug }, depends }) => {
	depends('handrail:edition');

	const [open, terms] = await Promise.all([
		library().article(lang, 'directive', slug),
		library().terms(lang)
	]);
	if ('absent' in open && open.absent === 'not-in-this-edition') error(404, 'not-found');
	return { open, terms };
};
