import type { Article, ChangeNote, Contact } from '#lib/edition/article.ts';
import { articleId, toCard } from '#lib/edition/card.ts';
import type { Edition } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { Found, Library } from '#lib/edition/library.ts';

export interface Fixture {
	readonly articles: readonly Article[];
	readonly contacts: readonly Contact[];
	readonly notes: readonly ChangeNote[];
	readonly edition: Edition;
}

/** A library in memory. Articles of a language that lacks them are the English ones. */
export function aLibrary({ articles, contacts, notes, edition }: Fixture): Library {
	const answer = <T>(value: T | undefined): Promise<Found<T>> =>
		Promise.resolve(value === undefined ? { absent: 'not-in-this-edition' } : { found: value });
	const own = (lang: LanguageTag): Article[] => {
		const english = articles.filter((article) => article.lang === 'en');
		return english.map((one) => {
			const { kind, slug } = one;
			const translated = articles.find(
				(article) => article.lang === lang && article.kind === kind && article.slug === slug
			);
			return translated ?? one;
		});
	};
	const blobOf = ({ lang, kind, slug }: Article): string => `${lang}-${articleId(kind, slug)}`;
	const cards = (lang: LanguageTag) => own(lang).map((article) => toCard(article, blobOf(article)));

	return {
		cards: (lang) => answer(cards(lang)),
		article(lang, kind, slug) {
			const article = own(lang).find((one) => one.kind === kind && one.slug === slug);
			return answer(article && { article, blob: blobOf(article), cards: cards(lang) });
		},
		contacts: () => answer(contacts),
		terms: () => answer([]),
		changeNotes: () => answer(notes),
		edition: () => Promise.resolve(edition)
	};
}
