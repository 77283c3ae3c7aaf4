import type { Article } from '#lib/edition/article.ts';
import type { Edition } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';

/** An article of two editions; one of them is absent where it came, or was taken back. */
export interface ChangedArticle {
	/** `guide/school-bus` */
	readonly id: string;
	readonly before: Article;
	/** Absent on one that was taken back. */
	readonly after: Article | undefined;
}

interface Listing {
	readonly edition: Pick<Edition, 'version'>;
	readonly lang: LanguageTag;
	readonly blobs: ReadonlyMap<string, string>;
}

/** Two editions of one language, and which articles differ. */
export interface ComparedEditions {
	readonly before: number;
	readonly after: number;
	readonly articles: readonly ChangedArticle[];
}

/**
 * What differs between the two editions that are kept, the newer first in `listings`, in one
 * language. `undefined` where there are not two. Articles that only the newer one has are left out:
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
