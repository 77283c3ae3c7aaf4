import { articleId } from '#lib/edition/card.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { compileDirective, compileGuide } from './compile-article.ts';
import { compileCoverage } from './compile-coverage.ts';
import { hashedFile, type HashedFile, type Member } from './compile-listing.ts';
import { compileRecordings } from './compile-recordings.ts';
import { compileSearch } from './compile-search.ts';
import { compileChange, compileContact, compileTerm } from './compile-small-kinds.ts';
import type { ArticleText, Corpus } from '../read/corpus.ts';
import { allInLanguage } from './select-language.ts';

/** Gives the members of a language's listing, in no order that matters: a listing sorts them. */
export function createMemberCompiler(corpus: Corpus): (lang: LanguageTag) => Member[] {
	/** The English of an article stands in for up to fourteen missing translations. */
	const compiled = new Map<ArticleText, HashedFile>();

	const coverage = hashedFile(compileCoverage(corpus));

	const article = <Text extends ArticleText>(text: Text, compile: () => unknown): Member => {
		const blob = compiled.get(text) ?? hashedFile(compile());
		compiled.set(text, blob);
		return { id: articleId(text.kind, text.slug), blob };
	};

	return (lang) => {
		const guides = allInLanguage(corpus.guides, lang, corpus).map((text) => {
			const english = corpus.guides.get(text.slug)?.get('en') ?? text;
			return article(text, () => compileGuide({ text, english }, corpus));
		});
		const directives = allInLanguage(corpus.directives, lang, corpus).map((text) => {
			const english = corpus.directives.get(text.slug)?.get('en') ?? text;
			return article(text, () => compileDirective({ text, english }, corpus));
		});
		const changes = allInLanguage(corpus.changes, lang, corpus).map((text) => {
			return { id: `change/${text.slug}`, blob: hashedFile(compileChange(text, corpus)) };
		});
		const contacts = allInLanguage(corpus.contacts, lang, corpus).map((text) =>
			compileContact(text)
		);
		const terms = allInLanguage(corpus.terms, lang, corpus).map((text) => compileTerm(text));
		const search = compileSearch(lang, corpus);
		const audio = compileRecordings(lang, corpus);
		return [
			...guides,
			...directives,
			...changes,
			{ id: 'contacts', blob: hashedFile(contacts) },
			{ id: 'terms', blob: hashedFile(terms) },
			{ id: 'coverage', blob: coverage },
			...(search ? [{ id: 'search', blob: hashedFile(search) }] : []),
			...(audio ? [{ id: 'audio', blob: hashedFile(audio) }] : [])
		];
	};
}
