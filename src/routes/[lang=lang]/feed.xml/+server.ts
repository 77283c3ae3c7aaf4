import { loadMessages } from '#lib/messages/load-messages.ts';
import { atomFeed } from '#lib/server/feeds/atom-feed.ts';
import { feedHere } from '#lib/server/feeds/feed-here.ts';
import { languageEntries } from '#lib/server/published/language-entries.ts';
import type { RequestHandler } from './$types';

export const prerender = true;
export const entries = languageEntries;

export const GET: RequestHandler = async ({ params: { lang } }) =>
	new Response(atomFeed(await feedHere(await loadMessages(lang))), {
		headers: { 'content-type': 'application/atom+xml' }
	});
