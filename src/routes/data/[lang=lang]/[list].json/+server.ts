import { error, json } from '@sveltejs/kit';
import { loadMessages } from '#lib/messages/load-messages.ts';
import { LIST_NAMES, listData } from '#lib/server/open-data/list-data.ts';
import { languageEntries } from '#lib/server/published/language-entries.ts';
import { publishedHere } from '#lib/server/published/published-here.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = async () => {
	const languages = await languageEntries();
	return languages.flatMap(({ lang }) => LIST_NAMES.map((list) => ({ lang, list })));
};

export const GET: RequestHandler = async ({ params: { lang, list } }) => {
	const data = await listData(list, publishedHere(), await loadMessages(lang));
	if (!data) error(404, 'not-found');
	return json(data);
};
