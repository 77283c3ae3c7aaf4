import type { Corpus } from '../read/corpus.ts';
import { Refusal } from '../base/refusal.ts';
import { readBaseline } from './read-baseline.ts';
import { compareContent, type ContentChanges } from './compare-content.ts';

/** The folder that content is compared with. */
export interface ComparedWith {
	/** A folder that was named: it must hold an edition. */
	readonly against?: string | undefined;
	/** Else where this repository builds to, if anything is there. */
	readonly out?: string | undefined;
}

/** Compares content with the published edition; without one, says why nothing was compared. */
export function compareWithPublished(
	corpus: Corpus,
	{ against, out }: ComparedWith
): ContentChanges | { readonly nothing: string } {
	const folder = against ?? out;
	const baseline = folder === undefined ? undefined : readBaseline(folder);
	if (baseline) return compareContent(corpus, baseline);
	if (against !== undefined) {
		throw new Refusal(`${against} holds no published edition. Name the folder that has head.json.`);
	}
	const why =
		out === undefined ? 'name a published folder with --against' : `${out} holds no edition`;
	return { nothing: `Nothing was compared with a published edition: ${why}.` };
}
