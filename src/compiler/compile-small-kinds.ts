import * as v from 'valibot';
import { ChangeNote, Contact, Term } from '#lib/edition/article.ts';
import type { Corpus, SmallText } from './corpus.ts';
import type { ChangeFront, ContactFront, TermFront } from './front-matter.ts';
import { sourceRefs } from './source-refs.ts';

/*
 * The contract's schemas choose the fields and their order; what only editors need (facts, approvals,
 * whose translation it is) stays behind.
 */
export const compileContact = ({ fields }: SmallText<ContactFront>): Contact =>
	v.parse(Contact, fields);

export const compileTerm = ({ fields }: SmallText<TermFront>): Term => v.parse(Term, fields);

export const compileChange = ({ fields }: SmallText<ChangeFront>, corpus: Corpus): ChangeNote =>
	v.parse(ChangeNote, {
		...fields,
		articles: articleIds(fields, corpus),
		sources: sourceRefs(fields.sources, corpus)
	});

/** Editors name articles by slug, which no two articles share; an edition names them by id. */
export const articleIds = ({ articles }: ChangeFront, corpus: Corpus): string[] =>
	articles.map((slug) => {
		const withdrawn = corpus.publisher.fields.withdrawn.find(({ id }) => id.endsWith(`/${slug}`));
		if (withdrawn) return withdrawn.id;
		return `${corpus.guides.has(slug) ? 'guide' : 'directive'}/${slug}`;
	});
