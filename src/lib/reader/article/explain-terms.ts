import type { Article, Block, Lines, Term } from '#lib/edition/article.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';

/** The address of a term in the list of words. Links in articles have it, with scripts and without. */
export const termHref = (lang: LanguageTag, slug: string): string => `/${lang}/words/#${slug}`;

/** The slug of the term in an address that `termHref` made. */
export const termOf = (href: string): string | undefined => /\/words\/#([\w-]+)$/.exec(href)?.[1];

/** Splits HTML of the compiler into text and what must not change: tags, and whole links and spans. */
const PIECES = /(<(a|span)\b[^>]*>[^]*?<\/\2>|<[^>]+>)/;

/**
 * Links the first use of each term in an article to its explanation. `lang` is the language of the page.
 * Quotes, existing links, and lines to say aloud are left alone.
 */
export function explainTerms<A extends Article>(
	article: A,
	terms: readonly Term[],
	lang: LanguageTag
): A {
	// longest first, so that a shorter term is not linked inside "ICE hold request"
	const left = terms
		.filter((term) => term.lang === article.lang)
		.sort((a, b) => b.term.length - a.term.length);

	const inHtml = (html: string): string =>
		html
			.split(PIECES)
			// split() also gives the pattern's two groups: a tag or a whole element, and its name
			.map((piece, index) => (index % 3 === 0 ? inText(piece) : index % 3 === 1 ? piece : ''))
			.join('');
	const inText = (text: string): string => {
		for (const [index, { slug, term }] of left.entries()) {
			const match = mayHold(text, term) && wordOf(term).exec(text);
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

/** Whether it is worth the pattern, which takes longer to make than most texts to be read. */
function mayHold(text: string, term: string): boolean {
	const [start = ''] = term.toLowerCase().split("'");
	return text.toLowerCase().includes(start);
}

/** Matches a term as a whole word, also in the plural. No lookbehind: our oldest phones lack it. */
function wordOf(term: string): RegExp {
	const words = term.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll("'", "['’]");
	return new RegExp(`(^|[^\\p{L}])(${words}(?:e?s)?)(?!\\p{L})`, 'iu');
}
