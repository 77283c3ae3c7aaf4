import type { Article } from '#lib/edition/article.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { ownLanguages } from '../published/own-languages.ts';
import type { PublishedLibrary } from '../published/published-library.ts';
import { feedLinks } from './feed-links.ts';
import { dataElement, structuredData } from './structured-data.ts';

/** An article's page names what it shows. */
interface ShownArticle {
	readonly kind: Article['kind'];
	readonly slug: string;
}

/**
 * What programs look for in a page's head. It is put into the document on the server: no phone has to
 * fetch the code that makes it.
 */
export async function pageHead(
	library: PublishedLibrary,
	lang: LanguageTag,
	shown: ShownArticle | undefined
): Promise<string> {
	const links = feedLinks(lang, await ownLanguages(library));
	const open = shown && (await library.article(lang, shown.kind, shown.slug));
	if (!open || 'absent' in open) return links;

	const { article } = open.found;
	const others = article.kind === 'directive' ? [...article.amends, ...article.replaces] : [];
	const named = new Map<string, Article>();
	for (const slug of others) {
		const other = await library.article(lang, 'directive', slug);
		if ('found' in other) named.set(slug, other.found.article);
	}
	const edition = await library.edition();
	return links + dataElement(structuredData(lang, article, edition, (slug) => named.get(slug)));
}
