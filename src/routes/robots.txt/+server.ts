import { text } from '@sveltejs/kit';
import { siteOf } from '#lib/edition/address/base-path.ts';
import { robots } from '#lib/server/crawlers/robots.ts';
import { publishedHere } from '#lib/server/published/published-here.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

export const GET: RequestHandler = async () =>
	text(robots(siteOf(await publishedHere().edition())));
