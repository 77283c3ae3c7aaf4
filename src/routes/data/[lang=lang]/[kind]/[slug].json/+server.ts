import { error, json } from '@sveltejs/kit';
import { loadMessages } from '#lib/messages/load-messages.ts';
import { articleData } from '#lib/server/open-data/article-data.ts';
import { languageEntries } from '#lib/server/published/language-entries.ts';
import { publishedHere } from '#lib/server/published/published-here.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = async () => {
	const languages = (await languageEntries()).map(async ({ lang }) => {
		const cards = await publishedHere().cards(lang);
		return 'found' in cards ? cards.found.map(({ kind, slug }) => ({ lang, kind, slug })) : [];
	});
	return (await Promise.all(languages)).flat();
};

export const GET: RequestHandler = async ({ params: { lang, kind, slug } }) => {
	if (kind !== 'guide' && kind !== 'directive') error(404, 'not-found');
	const library = publishedHere();
	const open = await library.article(lang, kind, slug);
	if ('absent' in open) error(404, 'not-found');
	return json(articleData(await library.edition(), await loadMessages(lang), open.found));
};
