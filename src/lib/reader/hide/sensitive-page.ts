import type { Found, OpenArticle } from '#lib/edition/library.ts';

/** Whether a page shows a guide that its authors marked as sensitive. */
export function isSensitivePage(data: object): boolean {
	const { open } = data as { readonly open?: Found<OpenArticle> };
	const article = open && 'found' in open ? open.found.article : undefined;
	return article?.kind === 'guide' && article.sensitive;
}
