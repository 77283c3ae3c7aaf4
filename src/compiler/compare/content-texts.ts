import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { compileDirective, compileGuide } from '../compile/compile-article.ts';
import { compileChange, compileContact, compileTerm } from '../compile/compile-small-kinds.ts';
import { textsIn, type ArticleText, type Corpus } from '../read/corpus.ts';
import { Refusal } from '../base/refusal.ts';
import {
	articleText,
	blockPart,
	contactPart,
	contactText,
	noteText,
	termText,
	type ReadText
} from './text-parts.ts';

/** A text of the content folder, and the line of each of its parts. */
export interface PlacedText extends ReadText {
	/** The file. */
	readonly name: string;
	readonly lineOfPart: (part: string) => number;
}

/** Every text of the content that is in this language, by id, as an edition would have it now. */
export function contentTexts(corpus: Corpus, lang: LanguageTag): Map<string, PlacedText> {
	const texts = [
		...textsIn(corpus.guides, lang).flatMap((text) => {
			const english = corpus.guides.get(text.slug)?.get('en') ?? text;
			return compiled(text, () => articleText(compileGuide({ text, english }, corpus)));
		}),
		...textsIn(corpus.directives, lang).flatMap((text) => {
			const english = corpus.directives.get(text.slug)?.get('en') ?? text;
			return compiled(text, () => articleText(compileDirective({ text, english }, corpus)));
		}),
		...textsIn(corpus.changes, lang).flatMap((text) =>
			compiled(text, () => noteText(compileChange(text, corpus)))
		),
		...textsIn(corpus.contacts, lang).flatMap((text) =>
			compiled(text, () => contactText(compileContact(text)))
		),
		...textsIn(corpus.terms, lang).flatMap((text) =>
			compiled(text, () => termText(compileTerm(text)))
		)
	];
	return new Map(texts.map((text) => [text.id, text]));
}

type Source = Pick<ArticleText, 'name' | 'lineOf'> & { readonly blocks?: ArticleText['blocks'] };

const CONTACT = contactPart('');

function compiled(source: Source, compile: () => ReadText): PlacedText[] {
	const { name, blocks = [], lineOf } = source;
	const lineOfPart = (part: string): number => {
		const block = part.startsWith(CONTACT) ? blockPart('call') : part;
		const line = blocks.find(({ anchor }) => blockPart(anchor) === block)?.line;
		// a block that was removed has no line
		return line ?? (block.startsWith('{') ? 1 : lineOf([part]));
	};
	try {
		return [{ ...compile(), name, lineOfPart }];
	} catch (error) {
		// not whole enough to be shown: the check says why
		if (error instanceof Refusal) return [];
		throw error;
	}
}
