import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toCard } from '#lib/edition/card.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import {
	editionPath,
	HEAD_PATH,
	listingPath,
	packPath,
	rootVersionOf
} from '#lib/edition/address/published-paths.ts';
import type { Translate } from '#lib/messages/translate.ts';
import { inFileOrder, makeFile, parseArticle, type MadeFile } from '#lib/share/file/make-file.ts';
import { pathsBelow } from '../compiler/publish/copy-files.ts';
import type { WholeEdition } from '../compiler/verify/verify-published.ts';

/** What a phone in this language saves as "all guides". */
export interface ReadingFile extends MadeFile {
	readonly lang: LanguageTag;
}

/**
 * Makes the file of each language of a published folder.
 *
 * @param whole the folder's edition, verified: its HTML is shown as it is
 * @param app version of the app that is named as the maker, so that it can compare what the file shows
 */
export function readingFiles(
	folder: string,
	whole: Pick<WholeEdition, 'head' | 'edition'>,
	textsOf: (lang: LanguageTag) => Translate,
	app: string
): ReadingFile[] {
	const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
	const { content: edition, file } = whole.edition;
	const roots = pathsBelow(folder).filter((path) => rootVersionOf(path) !== undefined);
	const signed = new TextDecoder().decode(file);
	return edition.languages.map(({ lang, listing, pack }) => {
		const lines = read(packPath(pack.sha256)).split('\n');
		const proof = new Map([
			[HEAD_PATH, read(HEAD_PATH)],
			[editionPath(whole.head.content.edition.sha256), signed],
			...[listingPath(listing.sha256), ...roots].map((path) => [path, read(path)] as const)
		]);
		const order = inFileOrder(lines.flatMap(parseArticle).map((it) => toCard(it, '')));
		const carried = { lang, app, proof, lines };
		const checked = (html: string): string => html;
		return { lang, ...makeFile(textsOf(lang), { carried, edition, order, checked }) };
	});
}
