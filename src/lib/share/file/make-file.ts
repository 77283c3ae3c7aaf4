import * as v from 'valibot';
import { Article } from '#lib/edition/article.ts';
import { articleId, type Card } from '#lib/edition/card.ts';
import type { Translate } from '#lib/messages/translate.ts';
import type { HomeIcon } from '#lib/phone/choices.ts';
import { sortGuides } from '#lib/reader/cards/guide-order.ts';
import { formatCarriedEdition, type CarriedEdition } from './carried-edition.ts';
import { fileName } from './file-name.ts';
import { renderFile, type FilePage } from './render-file.ts';

export interface MadeFile {
	readonly name: string;
	readonly html: string;
}

export interface FileWishes extends Pick<FilePage, 'edition' | 'checked'> {
	/** The signed edition that the file carries. The page shows its articles. */
	readonly carried: CarriedEdition;
	/** Ids in the order in which they are shown. Articles that are not named here follow. */
	readonly order: readonly string[];
	/** Under which name the reader has the app. */
	readonly homeIcon?: HomeIcon;
}

/** Makes a file that carries one article, or an edition in one language, and shows the same as a page. */
export function makeFile(t: Translate, wishes: FileWishes): MadeFile {
	const { carried, edition, order, checked, homeIcon = 'own' } = wishes;
	const { lang, article, lines } = carried;
	const places = new Map(order.map((id, index) => [id, index]));
	const placeOf = ({ kind, slug }: Article): number =>
		places.get(articleId(kind, slug)) ?? order.length;
	const articles = lines
		.flatMap(parseArticle)
		.sort((a, b) => placeOf(a) - placeOf(b) || (a.slug < b.slug ? -1 : 1));
	const slug = article?.replace(/^\w+\//, '');
	return {
		name: `${fileName(homeIcon, { slug, lang, edition })}.html`,
		html: renderFile(t, {
			lang,
			edition,
			articles,
			carriedHtml: formatCarriedEdition(carried),
			checked
		})
	};
}

/**
 * The order of articles in a file: guides by urgency, then directives. The same articles always give the
 * same order, because the phone that opens the file makes its page again to compare.
 */
export function inFileOrder(cards: readonly Card[]): string[] {
	const byId = [...cards].sort((a, b) => (a.id < b.id ? -1 : 1));
	const rules = byId.filter(({ kind }) => kind === 'directive');
	return [...sortGuides(byId), ...rules].map(({ id }) => id);
}

/** Parses a line of a pack: one article, or none if the line is something else. */
export function parseArticle(line: string): Article[] {
	const article = v.safeParse(Article, JSON.parse(line));
	return article.success ? [article.output] : [];
}
