import type { Corpus, Languages } from '../read/corpus.ts';
import { UNFILLED_HASH } from './translation-state.ts';
import type { Translation } from '../read/front-matter.ts';

interface Hashed {
	readonly name: string;
	readonly lang: string;
	readonly textHash: string;
	readonly originalHashes: readonly string[];
	readonly fields: { readonly translation?: Translation | undefined };
}

/** All texts that have a hash: articles and small kinds, by kind and slug. */
export function hashedTexts(corpus: Corpus): Languages<Hashed>[] {
	const { guides, directives, contacts, terms, changes } = corpus;
	return [guides, directives, contacts, terms, changes].flatMap((family): Languages<Hashed>[] => [
		...family.values()
	]);
}

/** A translation without its hash, and the hash of the English that it is of. */
export interface Unfilled {
	readonly name: string;
	readonly hash: string;
}

export function unfilledTranslations(corpus: Corpus): Unfilled[] {
	return hashedTexts(corpus).flatMap((texts) =>
		[...texts.values()].flatMap(({ name, fields, originalHashes: [hash] }) =>
			hash !== undefined && fields.translation?.sourceHash === UNFILLED_HASH ? [{ name, hash }] : []
		)
	);
}

/** Puts the hash in the place of the zeros, and leaves every other byte of the file alone. */
export const fillHash = (text: string, hash: string): string => text.replace(UNFILLED_HASH, hash);
