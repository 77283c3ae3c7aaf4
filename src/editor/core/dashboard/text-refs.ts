import { articlesOf, textsOf, type Corpus } from '../../../compiler/read/corpus.ts';
import type { TextRef } from '../contract/document.ts';

/** What lists call the text of a file; nothing where it cannot be opened. */
export type RefOf = (text: { readonly name: string }) => readonly TextRef[];

/** Every text that can be opened, by what lists call it. */
export function textRefs(corpus: Corpus, pathOf: (name: string) => string | undefined): TextRef[] {
	const all = [
		...articlesOf(corpus).map((it) => ({ ...it, title: it.fields.title })),
		...textsOf(corpus.contacts).map((it) => ({ ...it, kind: 'contact', title: it.fields.name })),
		...textsOf(corpus.terms).map((it) => ({ ...it, kind: 'term', title: it.fields.term })),
		...textsOf(corpus.changes).map((it) => ({ ...it, kind: 'change', title: it.fields.what }))
	];
	const texts = all.flatMap(({ name, kind, slug, lang, title }): TextRef[] => {
		const path = pathOf(name);
		return path === undefined ? [] : [{ path, id: `${kind}/${slug}`, lang, title }];
	});
	const sources = [...corpus.sources].flatMap(([slug, { name, fields }]): TextRef[] => {
		const path = pathOf(name);
		if (path === undefined) return [];
		return [{ path, id: `source/${slug}`, lang: 'en', title: fields.title }];
	});
	return [...texts, ...sources];
}

export function createRefOf(corpus: Corpus, pathOf: (name: string) => string | undefined): RefOf {
	const refs = new Map(textRefs(corpus, pathOf).map((ref) => [ref.path, ref]));
	return ({ name }) => {
		const ref = refs.get(pathOf(name) ?? '');
		return ref ? [ref] : [];
	};
}
