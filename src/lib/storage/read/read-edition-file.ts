import * as v from 'valibot';
import { Shard } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { editionPath, HEAD_PATH, listingPath } from '#lib/edition/address/published-paths.ts';
import type { EditionFile } from '#lib/phone/edition-files.ts';
import type { HandrailDatabase } from '../database/database.ts';
import { readEdition } from '../stores/edition-store.ts';
import { readListing } from '../stores/listing-store.ts';
import { readBlob } from '../stores/blob-store.ts';
import { readFile, readPaths } from '../stores/proof-store.ts';
import { readOnScreen } from '../stores/trust-store.ts';
import { headPath, isRoot } from '../stores/proof-paths.ts';

/**
 * Reads the files of an edition as they were received, to pass them on: of one article, or of a
 * whole language. `undefined` if one is missing, because the language is not complete, or because
 * an older release of the app received it, which did not keep the files.
 */
export async function readEditionFile(
	db: HandrailDatabase,
	lang: LanguageTag,
	article: string | undefined
): Promise<EditionFile | undefined> {
	const tx = db.transaction(['trust', 'editions', 'listings', 'blobs', 'proof']);
	const { installed } = await readOnScreen(tx);
	if (!installed) return undefined;
	const edition = await readEdition(tx, installed.version);
	const row = await readListing(tx, installed.version, lang);
	const files = edition?.languages.find((it) => it.lang === lang);
	if (!row || !files) return undefined;

	const roots = (await readPaths(tx)).filter(isRoot);
	const paths = [editionPath(installed.sha256), listingPath(files.listing.sha256), ...roots];
	const entries = row.entries.filter(({ id }) => article === undefined || id === article);
	if (entries.length === 0) return undefined;
	const [head, shards, members, texts] = await Promise.all([
		readFile(tx, headPath(installed.sha256)),
		Promise.all(row.shards.map((sha256) => readBlob(tx, sha256))),
		Promise.all(entries.map(({ sha256 }) => readBlob(tx, sha256))),
		Promise.all(paths.map((path) => readFile(tx, path)))
	]);
	const proof = new Map([
		[HEAD_PATH, head],
		...paths.map((path, at) => [path, texts[at]] as const)
	]);
	const lines = [
		...shards.filter((text) => article === undefined || names(text, article)),
		...members
	];
	if (![...proof.values(), ...lines].every((text) => text !== undefined)) return undefined;
	return { lang, proof: proof as Map<string, string>, lines: lines as string[] };
}

/** Whether a shard names the article. One that cannot be read does not. */
function names(shard: string | undefined, id: string): boolean {
	try {
		return v.parse(Shard, JSON.parse(shard ?? '')).entries.some((entry) => entry.id === id);
	} catch {
		return false;
	}
}
