import type { Article, Block, Lines, Term } from '#lib/edition/article.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';

/** Where a term is explained: what the link in an article leads to, with scripts and without. */
export const termHref = (lang: LanguageTag, slug: string): string => `/${lang}/words/#${slug}`;

/** The slug in an address that `termHref` made. */
export const termOf = (href: string): string | undefined => /\/words\/#([\w-]+)$/.exec(href)?.[1];

/** Text between tags, as the compiler writes them, and what must stay as it is. */
const PIECES = /(<(a|span)\b[^>]*>[^]*?<\/\2>|<[^>]+>)/;

/**
 * The article with each term's first use made a link to what the term means. `lang` is that of the
 * page. Say-lines stay as they are: they are said, not read. A quote or a link is left alone.
 */
export function explainTerms<A extends Article>(
	article: A,
	terms: readonly Term[],
	lang: LanguageTag
): A {
	// longest first, so that "ICE hold request" is not taken for anything shorter
	const left = terms
		.filter((term) => term.lang === article.lang)
		.sort((a, b) => b.term.length - a.term.length);

	const inHtml = (html: string): string =>
		html
			.split(PIECES)
			// the pattern's two groups come with the split: a tag or a whole element, and its name
			.map((piece, index) => (index % 3 === 0 ? inText(piece) : index % 3 === 1 ? piece : ''))
			.join('');
	const inText = (text: string): string => {
		for (const [index, { slug, term }] of left.entries()) {
			const match = wordOf(term).exec(text);
			if (!match) continue;
			left.splice(index, 1);
			const [found, before = '', word = ''] = match;
			const start = inText(text.slice(0, match.index) + before);
			const end = inText(text.slice(match.index + found.length));
			return `${start}<a href="${termHref(lang, slug)}">${word}</a>${end}`;
		}
		return text;
	};
	const block = <B extends Block | undefined>(it: B): B =>
		// the terms are those of the article's language
		it && (it.lang ?? article.lang) === article.lang ? { ...it, html: inHtml(it.html) } : it;
	const lines = <L extends Lines | undefined>(it: L): L =>
		it && { ...it, items: it.items.map((item) => ({ ...item, html: inHtml(item.html) })) };

	if (article.kind === 'guide') {
		return {
			...article,
			do: lines(article.do),
			dont: lines(article.dont),
			why: block(article.why)
		};
	}
	const { short, says, limits } = article;
	return { ...article, short: block(short), says: block(says), limits: block(limits) };
}

/** The term as a word of its own, with the endings of a plural. Lookbehind is too new for our phones. */
function wordOf(term: string): RegExp {
	const words = term.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll("'", "['’]");
	return new RegExp(`(^|[^\\p{L}])(${words}(?:e?s)?)(?!\\p{L})`, 'iu');
}
