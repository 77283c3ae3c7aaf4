import { stringify } from 'yaml';
import type { SourceFile } from '../../../src/compiler/read/source-file.ts';
import type { Making } from './copy-article.ts';
import { mixWords } from './mix-words.ts';
import type { RealSource } from './real-article.ts';

/** A source of the round: itself in the first, else one of another title and address. */
export function copySource(
	{ slug, fields, facts }: RealSource,
	{ names, material, random, isReal }: Making & { readonly isReal: boolean }
): SourceFile {
	const mix = (text: string): string => mixWords(text, material.words, random);
	const address = (text: string): string => {
		const url = new URL(text);
		// the host stays: publishers repeat, pages do not
		url.pathname = mix(url.pathname);
		return url.href;
	};
	const { title, url, originalUrl } = fields;
	const other = {
		...(typeof title === 'string' && { title: mix(title) }),
		...(typeof url === 'string' && { url: address(url) }),
		...(typeof originalUrl === 'string' && { originalUrl: address(originalUrl) })
	};
	const copy = {
		...fields,
		...(isReal ? {} : other),
		slug: names.sourceSlug(slug),
		facts: facts.map(names.factId)
	};
	const path = `sources/${copy.slug}.yaml`;
	return { path, name: path, text: stringify(copy, { lineWidth: 0 }) };
}
