import * as v from 'valibot';
import { ChangeNote, Contact, Term } from '#lib/edition/article.ts';
import type { Corpus, Family, SmallText } from '../read/corpus.ts';
import type { ChangeFront, ContactFront, TermFront } from '../read/front-matter.ts';
import { sourceRefs } from '../text/source-refs.ts';
import { translationState } from '../text/translation-state.ts';

/*
 * The contract's schemas choose the fields and their order; what only editors need (facts, approvals,
 * who translated it) stays behind.
 */
export const compileContact = (text: SmallText<ContactFront>, corpus: Corpus): Contact =>
	v.parse(Contact, { ...text.fields, translation: stateOf(text, corpus.contacts) });

export const compileTerm = (text: SmallText<TermFront>, corpus: Corpus): Term =>
	v.parse(Term, { ...text.fields, translation: stateOf(text, corpus.terms) });

export function compileChange(text: SmallText<ChangeFront>, corpus: Corpus): ChangeNote {
	const { fields } = text;
	return v.parse(ChangeNote, {
		...fields,
		translation: stateOf(text, corpus.changes),
		articles: articleIds(fields, corpus),
		sources: sourceRefs(fields.sources, corpus)
	});
}

type Small = SmallText<ContactFront | TermFront | ChangeFront>;

/** Shown outside its page, too (in feeds, data, on cards), each carries the state of its translation. */
const stateOf = (text: Small, family: Family<Small>) =>
	translationState(text, family.get(text.slug)?.get('en') ?? text);

/** Editors name articles by slug, which no two articles share; an edition names them by id. */
export const articleIds = ({ articles }: ChangeFront, corpus: Corpus): string[] =>
	articles.map((slug) => {
		const withdrawn = corpus.publisher.fields.withdrawn.find(({ id }) => id.endsWith(`/${slug}`));
		if (withdrawn) return withdrawn.id;
		return `${corpus.guides.has(slug) ? 'guide' : 'directive'}/${slug}`;
	});
