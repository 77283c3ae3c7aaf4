import { compareText } from '../base/diagnostic.ts';
import { counted } from '../base/counted.ts';
import type { Corpus } from '../read/corpus.ts';
import { hashedTexts } from '../text/fill-hashes.ts';

/** A line of the English that changed, and the languages in which it is older. */
export interface LineBehind {
	/** `guide/car-stop#do.3` */
	readonly line: string;
	readonly languages: readonly string[];
}

/** What translators have before them: each line by itself, so that nobody reads a whole text for one. */
export function translationsBehind(corpus: Corpus): LineBehind[] {
	const lines = new Map<string, string[]>();
	for (const texts of hashedTexts(corpus)) {
		for (const [lang, { slug, fields, behind }] of texts) {
			for (const part of behind) {
				const line = `${fields.kind}/${slug}#${part}`;
				lines.set(line, [...(lines.get(line) ?? []), lang]);
			}
		}
	}
	return [...lines]
		.map(([line, languages]) => ({ line, languages }))
		.sort((a, b) => compareText(a.line, b.line));
}

/** The same in words. */
export const showBehind = (lines: readonly LineBehind[]): string =>
	[
		`${counted(lines.length, 'line')} of the English that a translation is older than`,
		...lines.map(({ line, languages }) => `  ${line}: ${languages.join(', ')}`),
		''
	].join('\n');
