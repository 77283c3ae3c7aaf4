import type { Feed } from './feed.ts';

/** JSON Feed 1.1 (jsonfeed.org). What has no field of its own there is under `_handrail`. */
export function jsonFeed(feed: Feed): object {
	const { lang, title, description, publisher, site, icon, url, entries } = feed;
	return {
		version: 'https://jsonfeed.org/version/1.1',
		title,
		description,
		home_page_url: url,
		feed_url: `${site}/${lang}/feed.json`,
		icon,
		language: lang,
		authors: [{ name: publisher, url: `${site}/` }],
		items: entries.map((entry) => {
			const { id, html, text, date, importance, audiences, articles } = entry;
			return {
				id,
				url: entry.url,
				title: entry.title,
				content_html: html,
				content_text: text,
				date_published: date,
				language: entry.lang,
				tags: [importance],
				_handrail: { importance, audiences, articles }
			};
		})
	};
}
