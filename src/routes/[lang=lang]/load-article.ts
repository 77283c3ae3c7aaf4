import type { Article, Term } from '#lib/edition/article.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { Found, OpenArticle } from '#lib/edition/library.ts';
import { library } from '#lib/reader/state/provided-library.ts';

/** What Kit hands to the `load` of a page that is about one article. */
interface ArticleEvent {
	readonly params: { readonly lang: LanguageTag; readonly slug: string };
	readonly url: URL;
	readonly depends: (what: `handrail:${string}`) => void;
}

interface ArticleData {
	readonly open: Found<OpenArticle>;
	/** The words that are explained where they stand. */
	readonly terms: Found<readonly Term[]>;
}

/** An article with the words that are explained in it; one that no edition has leads on, or ends. */
export async function loadArticle(
	kind: Article['kind'],
	{ params: { lang, slug }, url, depends }: ArticleEvent
): Promise<ArticleData> {
	depends('handrail:edition');

	const [open, terms] = await Promise.all([
		library().article(lang, kind, slug),
		library().terms(lang)
	]);
	if ('absent' in open && open.absent === 'not-in-this-edition') {
		// rare, and not needed to read
		const { notFound } = await import('../not-found.ts');
		await notFound(url);
	}
	return { open, terms };
}
