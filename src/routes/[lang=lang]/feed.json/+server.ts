import { json } from '@sveltejs/kit';
import { loadMessages } from '#lib/messages/load-messages.ts';
import { feedHere } from '#lib/server/feeds/feed-here.ts';
import { jsonFeed } from '#lib/server/feeds/json-feed.ts';
import { languageEntries } from '#lib/server/published/language-entries.ts';
import type { RequestHandler } from './$types';

export const prerender = true;
export const entries = languageEntries;

export const GET: RequestHandler = async ({ params: { lang } }) =>
	json(jsonFeed(await feedHere(await loadMessages(lang))), {
		headers: { 'content-type': 'application/feed+json' }
	});
