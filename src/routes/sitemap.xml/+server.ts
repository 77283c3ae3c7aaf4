import { siteOf } from '#lib/edition/address/base-path.ts';
import type { Card } from '#lib/edition/card.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { ownLanguages } from '#lib/server/published/own-languages.ts';
import { sitemap } from '#lib/server/crawlers/sitemap.ts';
import { publishedHere } from '#lib/server/published/published-here.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

export const GET: RequestHandler = async () => {
	const library = publishedHere();
	const cards: Partial<Record<LanguageTag, readonly Card[]>> = {};
	for (const lang of await ownLanguages(library)) {
		const found = await library.cards(lang);
		if ('found' in found) cards[lang] = found.found;
	}
	const text = sitemap(siteOf(await library.edition()), cards);
	return new Response(text, { headers: { 'content-type': 'application/xml' } });
};
