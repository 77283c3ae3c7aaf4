import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hasExpired } from '#lib/edition/dates.ts';
import type { Edition, Head } from '#lib/edition/edition.ts';
import { editionPath, HEAD_PATH, rootPath } from '#lib/edition/address/published-paths.ts';
import { fail, ok, type Result } from '#lib/edition/result.ts';
import { acceptEdition } from '#lib/trust/accept-edition.ts';
import { acceptHead } from '#lib/trust/accept-head.ts';
import { readAnchor, type Anchor, type TrustedRoot } from '#lib/trust/anchor.ts';
import type { Bytes } from '#lib/trust/signed/bytes.ts';
import { startTrust } from '#lib/trust/trust-state.ts';
import { walkRoots } from '#lib/trust/walk-roots.ts';

/** What the published files are verified against, and where they are. */
export interface TrustPlaces {
	readonly anchor: Anchor;
	readonly publishedDir: string;
}

/** What a phone would install now. */
export interface PublishedEdition {
	readonly head: Head;
	readonly edition: Edition;
}

/**
 * Reads the newest root of the published folder: walks from the anchor of this build, as a phone does.
 * It is read at each call, because a root that revokes a key may have been published since.
 */
export async function readNewestRoot({
	anchor,
	publishedDir
}: TrustPlaces): Promise<Result<TrustedRoot, 'edition-not-trusted'>> {
	let newest = await readAnchor(anchor);
	const walked = await walkRoots(newest.root, {
		fetchRoot: async (version) => ok(await readPublished(publishedDir, rootPath(version))),
		keepRoot(root) {
			newest = root;
			return Promise.resolve();
		}
	});
	return walked.ok ? ok(newest) : fail('edition-not-trusted');
}

/** Reads head and edition, if a phone with this root would call them current at `now`. */
export async function readCurrentEdition(
	places: TrustPlaces,
	trusted: TrustedRoot,
	now: Date
): Promise<Result<PublishedEdition, 'edition-not-trusted'>> {
	const published = await readPublishedEdition(places, trusted);
	if (!published.ok) return published;
	const { head, edition } = published.value;
	const expiries = [trusted.root.expires, head.expires, edition.expires];
	const isExpired = expiries.some((expires) => hasExpired(expires, now));
	return isExpired ? fail('edition-not-trusted') : published;
}

/** Reads head and edition and verifies them under this root. They may have expired. */
export async function readPublishedEdition(
	{ anchor, publishedDir }: TrustPlaces,
	trusted: TrustedRoot
): Promise<Result<PublishedEdition, 'edition-not-trusted'>> {
	const headFile = await readPublished(publishedDir, HEAD_PATH);
	if (!headFile) return fail('edition-not-trusted');
	const seen = await acceptHead(startTrust(trusted), headFile, anchor.floor);
	if (!seen.ok) return fail('edition-not-trusted');

	const { head } = seen.value;
	const file = await readPublished(publishedDir, editionPath(head.edition.sha256));
	const accepted = file && (await acceptEdition(trusted.root, head.edition, file));
	if (!accepted?.ok) return fail('edition-not-trusted');
	return ok({ head, edition: accepted.value.edition });
}

/** `undefined` if there is no such file. Throws on any other failure of the disk. */
async function readPublished(folder: string, path: string): Promise<Bytes | undefined> {
	try {
		return new Uint8Array(await readFile(join(folder, path)));
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
		throw error;
	}
}
