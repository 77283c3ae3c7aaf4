import { library } from '#lib/reader/state/library.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params: { lang, slug }, url, depends }) => {
	depends('handrail:edition');

	const [open, terms] = await Promise.all([
		library().article(lang, 'directive', slug),
		library().terms(lang)
	]);
	if ('absent' in open && open.absent === 'not-in-this-edition') {
		// rare, and not needed to read
		const { notFound } = await import('../../../not-found.ts');
		await notFound(url);
	}
	return { open, terms };
};
