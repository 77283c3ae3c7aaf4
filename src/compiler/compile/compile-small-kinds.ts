import * as v from 'valibot';
import { ChangeNote, Contact, Term } from '#lib/edition/article.ts';
import type { Corpus, SmallText } from '../read/corpus.ts';
import type { ChangeFront, ContactFront, TermFront } from '../read/front-matter.ts';
import { sourceRefs } from '../text/source-refs.ts';
import { translationState } from '../text/translation-state.ts';

/*
 * The contract's schemas choose the fields and their order; what only editors need (facts, approvals,
 * who translated it) stays behind.
 */
export const compileContact = (text: SmallText<ContactFront>): Contact =>
	v.parse(Contact, { ...text.fields, translation: translationState(text) });

export const compileTerm = (text: SmallText<TermFront>): Term =>
	v.parse(Term, { ...text.fields, translation: translationState(text) });

export function compileChange(text: SmallText<ChangeFront>, corpus: Corpus): ChangeNote {
	const { fields } = text;
	return v.parse(ChangeNote, {
		...fields,
		translation: translationState(text),
		articles: articleIds(fields, corpus),
		sources: sourceRefs(fields.sources, corpus)
	});
}

/** Editors name articles by slug, which no two articles share; an edition names them by id. */
export const articleIds = ({ articles }: ChangeFront, corpus: Corpus): string[] =>
	articles.map((slug) => {
		const withdrawn = corpus.publisher.fields.withdrawn.find(({ id }) => id.endsWith(`/${slug}`));
		if (withdrawn) return withdrawn.id;
		return `${corpus.guides.has(slug) ? 'guide' : 'directive'}/${slug}`;
	});
