import { LANGUAGE_TAGS, type LanguageTag } from '#lib/edition/language-tags.ts';
import { ownLanguages } from '#lib/server/published/own-languages.ts';
import type { PublishedLibrary } from '#lib/server/published/published-library.ts';

/** The article that a page shows. */
export interface ShownArticle {
	readonly kind: 'guide' | 'directive';
	readonly slug: string;
}

/**
 * The languages in which a page has a text of its own. In others it shows the English, and search
 * engines are told that it is a copy of the English page.
 */
export async function pageLanguages(
	library: PublishedLibrary,
	shown: ShownArticle | undefined
): Promise<LanguageTag[]> {
	const own = await ownLanguages(library);
	if (!shown) return own;
	const found = await Promise.all(
		own.map(async (lang) => {
			const open = await library.article(lang, shown.kind, shown.slug);
			return 'found' in open && open.found.article.lang === lang ? [lang] : [];
		})
	);
	return found.flat();
}

/** The first part of a path, if it is a language. */
export function languageIn(path: string): LanguageTag | undefined {
	const first = path.split('/')[1];
	return LANGUAGE_TAGS.find((tag) => tag === first);
}
