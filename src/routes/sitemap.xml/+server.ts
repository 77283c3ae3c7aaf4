import { siteOf } from '#lib/server/addresses.ts';
import { sitemap } from '#lib/server/crawlers/sitemap.ts';
import { publishedHere } from '#lib/server/published/published-here.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

export const GET: RequestHandler = async () => {
	const library = publishedHere();
	const [edition, cards] = await Promise.all([library.edition(), library.cards('en')]);
	const tags = edition.languages.map(({ lang }) => lang);
	const text = sitemap(siteOf(edition), tags, 'found' in cards ? cards.found : []);
	return new Response(text, { headers: { 'content-type': 'application/xml' } });
};
