import type { DirectiveFront } from '../../compiler/read/front-matter.ts';
import { findQuote } from '../reading/find-quote.ts';
import type { LawDocument } from './law-document.ts';
import { lawNames } from './law-names.ts';
import { TERMS } from './terms.ts';

/** What of a directive a document is compared with. */
export type NamedDirective = Pick<DirectiveFront, 'slug' | 'officialName'>;

/** Why a document may be for us: a sentence for each reason. None: it is not. */
export function reasonsFor(document: LawDocument, directives: readonly NamedDirective[]): string[] {
	const words = [document.title, document.summary ?? '', ...document.names].join('\n');
	const names = lawNames(words);
	const named = directives.flatMap(({ slug, officialName }) => {
		const number = [...lawNames(officialName)].find((name) => names.has(name));
		if (number !== undefined) return [`It names directive ${slug} by its number (${number}).`];
		const name = namesIn(officialName).find((it) => findQuote(it, words));
		return name === undefined ? [] : [`It names directive ${slug}: "${name}".`];
	});
	if (named.length > 0) return named;
	const term = TERMS.find((it) => findQuote(it, words));
	return term === undefined ? [] : [`It has the words "${term}".`];
}

/** Fewer words are no name that stands for itself. */
const LEAST_WORDS = 3;

/** Names in quotation marks, and the whole of it without what stands in brackets. */
function namesIn(officialName: string): string[] {
	const quoted = [...officialName.matchAll(/["“]([^"”]+)["”]/g)].map(([, name = '']) => name);
	const whole = officialName.replaceAll(/\([^)]*\)/g, '').split(';');
	return [...quoted, ...whole]
		.map((name) => name.trim())
		.filter((name) => name.split(/\s+/).length >= LEAST_WORDS);
}
