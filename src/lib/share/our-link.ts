import { articleId } from '#lib/edition/card.ts';

/** Where a link of ours leads. `id` is absent where it is no article's page. */
export interface OurLink {
	readonly lang?: string;
	readonly id?: string;
}

const ARTICLE = /^([A-Za-z-]{2,8})\/(guide|directive)s\/([a-z0-9-]{1,40})\/?$/;

/**
 * Whether a text is nothing but a link to a page at `address`, the publisher's. A link to a host that
 * only looks like it, with other letters, more before it or more after it, is none.
 */
export function parseOurLink(text: string, address: string): OurLink | undefined {
	const link = text.trim();
	// visible ASCII alone: no letters that look alike, nothing that cannot be seen
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
		// no address at all
		return undefined;
	}
}
