import { json } from '@sveltejs/kit';
import { editionData } from '#lib/server/open-data/edition-data.ts';
import { LIST_NAMES } from '#lib/server/open-data/list-data.ts';
import { ownLanguages } from '#lib/server/published/own-languages.ts';
import { publishedHere } from '#lib/server/published/published-here.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

export const GET: RequestHandler = async () => {
	const library = publishedHere();
	const languages = (await ownLanguages(library)).map(async (lang) => {
		const cards = await library.cards(lang);
		return { lang, cards: 'found' in cards ? cards.found : [] };
	});
	return json(editionData(await library.edition(), await Promise.all(languages), LIST_NAMES));
};
