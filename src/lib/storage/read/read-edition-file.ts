import * as v from 'valibot';
import { Shard } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { editionPath, HEAD_PATH, listingPath } from '#lib/edition/published-paths.ts';
import type { EditionFile } from '#lib/phone/edition-files.ts';
import type { HandrailDatabase } from '../database/database.ts';
import { readEdition } from '../stores/edition-store.ts';
import { readListing } from '../stores/listing-store.ts';
import { readOnScreen } from '../stores/trust-store.ts';
import { headPath, isRoot } from '../stores/proof-paths.ts';

/**
 * Reads it back as it came from the host. `undefined` where a part is missing: the language is not
 * whole, or its proof came to an older release of the app, which did not keep it.
 */
export async function readEditionFile(
	db: HandrailDatabase,
	lang: LanguageTag,
	article: string | undefined
): Promise<EditionFile | undefined> {
	const tx = db.transaction(['trust', 'editions', 'listings', 'blobs', 'proof']);
	const [proofs, blobs] = [tx.objectStore('proof'), tx.objectStore('blobs')];
	const { installed } = await readOnScreen(tx);
	if (!installed) return undefined;
	const edition = await readEdition(tx, installed.version);
	const row = await readListing(tx, installed.version, lang);
	const files = edition?.languages.find((it) => it.lang === lang);
	if (!row || !files) return undefined;

	const roots = (await proofs.getAllKeys()).filter(isRoot);
	const paths = [editionPath(installed.sha256), listingPath(files.listing.sha256), ...roots];
	const entries = row.entries.filter(({ id }) => article === undefined || id === article);
	if (entries.length === 0) return undefined;
	const [head, shards, members, texts] = await Promise.all([
		proofs.get(headPath(installed.sha256)),
		Promise.all(row.shards.map((sha256) => blobs.get(sha256))),
		Promise.all(entries.map(({ sha256 }) => blobs.get(sha256))),
		Promise.all(paths.map((path) => proofs.get(path)))
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

/** Whether a shard has the article. One that cannot be read is missing. */
function names(shard: string | undefined, id: string): boolean {
	try {
		return v.parse(Shard, JSON.parse(shard ?? '')).entries.some((entry) => entry.id === id);
	} catch {
		return false;
	}
}
