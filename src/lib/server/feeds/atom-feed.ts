import { escapeXml } from '#lib/edition/text/escape-xml.ts';
import type { Feed, FeedEntry } from './feed.ts';

const element = (name: string, text: string, attributes = ''): string =>
	`<${name}${attributes}>${escapeXml(text)}</${name}>`;

const link = (rel: string, href: string, type = 'text/html'): string =>
	`<link rel="${rel}" type="${type}" href="${escapeXml(href)}"/>`;

/** Atom (RFC 4287). An article that a note names is a `related` link. */
export function atomFeed(feed: Feed): string {
	const { lang, title, description, publisher, site, icon, url, updated, entries } = feed;
	const self = `${site}/${lang}/feed.xml`;
	return [
		'<?xml version="1.0" encoding="utf-8"?>',
		`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">`,
		element('id', self),
		element('title', title),
		element('subtitle', description),
		element('updated', updated),
		element('icon', icon),
		`<author>${element('name', publisher)}${element('uri', `${site}/`)}</author>`,
		link('self', self, 'application/atom+xml'),
		link('alternate', url),
		...entries.map(toEntry),
		'</feed>\n'
	].join('\n');
}

function toEntry({ id, url, lang, title, html, date, importance, articles }: FeedEntry): string {
	return [
		`<entry xml:lang="${lang}">`,
		element('id', id),
		element('title', title),
		element('published', date),
		element('updated', date),
		link('alternate', url),
		...articles.map((article) => link('related', article.url)),
		`<category term="${importance}"/>`,
		element('content', html, ' type="html"'),
		'</entry>'
	].join('\n');
}
