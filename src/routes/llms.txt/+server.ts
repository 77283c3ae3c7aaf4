import { text } from '@sveltejs/kit';
import { llms } from '#lib/server/crawlers/llms.ts';
import { ownLanguages } from '#lib/server/published/own-languages.ts';
import { publishedHere } from '#lib/server/published/published-here.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

export const GET: RequestHandler = async () => {
	const library = publishedHere();
	const [edition, cards] = await Promise.all([library.edition(), library.cards('en')]);
	const languages = await ownLanguages(library);
	return text(llms(edition, 'found' in cards ? cards.found : [], languages));
};
