import type { Article } from '#lib/edition/article.ts';
import type { Edition } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';

/** An article whose text differs between two editions. */
export interface ChangedArticle {
	/** `guide/school-bus` */
	readonly id: string;
	readonly before: Article;
	/** `undefined` if it was withdrawn. */
	readonly after: Article | undefined;
}

interface Listing {
	readonly edition: Pick<Edition, 'version'>;
	readonly lang: LanguageTag;
	readonly blobs: ReadonlyMap<string, string>;
}

/** The versions of two editions, and the articles of one language that differ between them. */
export interface ComparedEditions {
	readonly before: number;
	readonly after: number;
	readonly articles: readonly ChangedArticle[];
}

/**
 * Compares the two editions that the phone keeps, in one language. `listings` has the newer one first.
 * Gives `undefined` if there are not two. Articles that only the newer edition has are left out, because
 * there is nothing to compare them with.
 */
export async function changedArticles(
	listings: readonly Listing[],
	lang: LanguageTag,
	read: (hashes: readonly string[]) => Promise<readonly (Article | undefined)[]>
): Promise<ComparedEditions | undefined> {
	const [after, before] = listings.filter((it) => it.lang === lang);
	if (!after || !before) return undefined;
	const differing = [...before.blobs].filter(([id, sha256]) => after.blobs.get(id) !== sha256);
	const old = await read(differing.map(([, sha256]) => sha256));
	const now = await read(differing.map(([id]) => after.blobs.get(id) ?? ''));
	const articles = differing.flatMap(([id], index): ChangedArticle[] => {
		const was = old[index];
		return was ? [{ id, before: was, after: now[index] }] : [];
	});
	return { before: before.edition.version, after: after.edition.version, articles };
}
