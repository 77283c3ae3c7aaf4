import { articleId } from '#lib/edition/card.ts';

/** Where a link to the publisher's site leads. `id` is absent if it is not the page of an article. */
export interface SiteLink {
	readonly lang?: string;
	readonly id?: string;
}

const ARTICLE = /^([A-Za-z-]{2,8})\/(guide|directive)s\/([a-z0-9-]{1,40})\/?$/;

/**
 * Parses a text that consists of one link to a page below `address`, the publisher's site. Gives
 * `undefined` for anything else, such as a host that has look-alike letters or a longer name.
 */
export function parseSiteLink(text: string, address: string): SiteLink | undefined {
	const link = text.trim();
	// visible ASCII only: no look-alike letters, and nothing invisible
	if (!/^[!-[\]-~]+$/.test(link)) return undefined;
	try {
		const base = new URL(address.replace(/\/?$/, '/'));
		const url = new URL(/^https?:/i.test(link) ? link : `${base.protocol}//${link}`);
		const isOurs = url.origin === base.origin && url.pathname.startsWith(base.pathname);
		if (!isOurs || url.username !== '' || url.password !== '') return undefined;
		const [, lang, kind, slug] = ARTICLE.exec(url.pathname.slice(base.pathname.length)) ?? [];
		if (lang === undefined || slug === undefined) return {};
		return { lang, id: articleId(kind === 'guide' ? 'guide' : 'directive', slug) };
	} catch {
		// not a URL
		return undefined;
	}
}
