import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { Article } from '#lib/edition/article.ts';
import type { FileRef } from '#lib/edition/edition.ts';
import type { Anchor } from '#lib/trust/anchor.ts';
import { newest, readRoots } from './keys/roots.ts';
import { readListing, readPublished, type Published } from './read-published.ts';
import { Refusal } from './refusal.ts';
import { isSignedFor } from './sign-edition.ts';
import { sha256 } from './text-hash.ts';
import { checkAnchor } from './verify/check-anchor.ts';
import { openFolder } from './verify/open-folder.ts';

/** A published folder that holds together. */
export interface WholeEdition extends Published {
	/** What the edition leads to, by path in the folder: blobs, packs, listings, the edition. */
	readonly files: readonly string[];
}

/**
 * Looks at a published folder as a phone would: signatures under its newest root, and every file that
 * the edition leads to, by hash and length. Refuses what a phone would refuse.
 */
export async function verifyPublished(folder: string, anchor: Anchor): Promise<WholeEdition> {
	const published = readPublished(folder);
	if (!published) throw new Refusal(`Nothing is in ${folder}. Run: npm run edition:build`);
	const known = await checkAnchor(openFolder(folder), anchor);
	if (!known.ok) {
		const remedy =
			'Publish from the clone whose anchor it is, or commit that anchor: docs/keys.md.';
		throw new Refusal(`${folder} is not this clone's to publish: ${known.code}. ${remedy}`);
	}
	const { root } = newest(await readRoots(folder), folder);
	const { head, edition, articles } = published;
	const isSigned =
		(await isSignedFor('head', head.file, root)) &&
		(await isSignedFor('edition', edition.file, root)) &&
		sha256(edition.payload) === head.content.edition.sha256;
	if (!isSigned) {
		throw new Refusal(`${folder} is not signed under its newest root. Run: npm run edition:build`);
	}

	const files = new Map<string, FileRef>();
	for (const { listing, pack } of edition.content.languages) {
		files.set(`listing/${listing.sha256}.json`, listing).set(`pack/${pack.sha256}.txt`, pack);
		const { shards, entries } = readListing(folder, listing.sha256);
		for (const shard of shards) files.set(`listing/${shard.sha256}.json`, shard);
		for (const entry of entries) files.set(`blob/${entry.sha256}.json`, entry);
	}
	for (const [path, ref] of files) verifyFile(folder, path, ref);
	if (!edition.content.publisher.isDemo) refuseUnapproved(folder, published, articles);
	return { ...published, files: [...files.keys(), `edition/${head.content.edition.sha256}.json`] };
}

function verifyFile(folder: string, path: string, { sha256: hash, length }: FileRef): void {
	const file = join(folder, path);
	const bytes = existsSync(file) ? readFileSync(file) : undefined;
	if (bytes?.length === length && sha256(bytes) === hash) return;
	const what = bytes ? 'is damaged' : 'is missing';
	throw new Refusal(`${file} ${what}. Delete it and run: npm run edition:build`);
}

/** R9: what goes out under a publisher's own keys was approved by two people. */
function refuseUnapproved(
	folder: string,
	{ edition }: Published,
	articles: readonly string[]
): void {
	const listing = edition.content.languages.find(({ lang }) => lang === 'en')?.listing.sha256 ?? '';
	const waiting = readListing(folder, listing)
		.entries.filter(({ id }) => articles.includes(id))
		.filter(({ sha256: hash }) => !readArticle(folder, hash).isApproved)
		.map(({ id }) => id);
	if (waiting.length === 0) return;
	throw new Refusal(`Two people must approve before release. Missing: ${waiting.join(', ')}`);
}

const readArticle = (folder: string, hash: string): Article =>
	v.parse(Article, JSON.parse(readFileSync(join(folder, 'blob', `${hash}.json`), 'utf8')));
