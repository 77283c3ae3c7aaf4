import { plainText } from '#lib/edition/text/plain-text.ts';
import type { Translate } from '#lib/messages/translate.ts';
import { foldText } from './fold-text.ts';
import { shareTexts, unabridgedText, type Shared } from '../share-text.ts';

type Lines = readonly string[];

/**
 * Whether lines are an exact excerpt of one text of an article: whole lines, in the same order, with
 * nothing left out between them. Lines of what not to do count only under their heading.
 */
export function isExcerpt(t: Translate, shared: Shared, lines: Lines): boolean {
	const wanted = foldLines(lines);
	const { article } = shared;
	const dont = article.kind === 'guide' ? article.dont : undefined;
	const under = foldLines(itemsOf(dont).flatMap((item) => [item, `– ${item}`]));
	// a "do not" without its heading says the opposite, and so does the heading above another line
	const isCut =
		under.includes(wanted[0] ?? '') || (dont && wanted.at(-1) === foldText(dont.heading));
	if (wanted.length === 0 || isCut) return false;
	return textsOf(t, shared).some((text) => hasRun(foldLines(text), wanted));
}

/** All texts that an excerpt may be from: the shared texts, and lists as copied from the article's page. */
function textsOf(t: Translate, shared: Shared): Lines[] {
	const { article } = shared;
	const texts = [...shareTexts(t, shared), unabridgedText(t, shared)].map((it) => it.split('\n'));
	const lists =
		article.kind === 'directive'
			? [[article.title, plainText(article.short.html)]]
			: [
					[article.title, ...itemsOf(article.do)],
					itemsOf(article.say),
					[article.dont?.heading ?? '', ...itemsOf(article.dont)]
				];
	return [...texts, ...lists, [article.title, article.summary]];
}

const itemsOf = (list: { readonly items: readonly { readonly html: string }[] } | undefined) =>
	list?.items.map(({ html }) => plainText(html)) ?? [];

const foldLines = (lines: Lines): Lines => lines.map(foldText).filter((line) => line !== '');

const hasRun = (text: Lines, wanted: Lines): boolean =>
	text.some((_, start) => wanted.every((line, at) => text[start + at] === line));
