import type { FileRef, LanguageFiles } from '#lib/edition/edition.ts';
import { blobPath, listingPath } from '#lib/edition/address/published-paths.ts';
import { fail, ok, type Result } from '#lib/edition/result.ts';
import type { StagedListing } from '#lib/edition/staged-listing.ts';
import type { Bytes } from '#lib/trust/signed/bytes.ts';
import { chooseRoute } from './choose-route.ts';
import { Contents, parseListing, toVerifiedText } from './contents.ts';
import { fetchOnce } from './fetch-once.ts';
import { checkNamed, MAX_MEMBER_BYTES } from './fetch/fetch-named.ts';
import { stageFiles, stagePack, type PackRead, type Staging } from './stage-blobs.ts';
import { createStager } from './stager.ts';
import type { Failure, SyncProgress } from './sync-outcome.ts';
import type { SyncPorts } from './sync-ports.ts';

/** The hashes that are on the phone, and those that this sync has named. Neither are garbage. */
export interface Shelf {
	readonly stored: Set<string>;
	readonly named: Set<string>;
}

/**
 * Stores every text of one language, verified against the listing that the signed edition names.
 * What has arrived stays, so the next sync only requests the rest.
 */
export async function stageLanguage<C>(
	ports: SyncPorts<C>,
	files: LanguageFiles,
	{ stored, named }: Shelf
): Promise<Result<StagedListing, Failure>> {
	let begun: Promise<PackRead> | undefined;
	const fetch: typeof globalThis.fetch = (...request) => {
		// a browser's own refuses to be called as a method of another object
		const { fetch: ask } = ports;
		const answer = ask(...request);
		// an empty phone needs the whole pack, so it need not wait for the listing
		if (stored.size === 0) begun ??= stagePack(ports, files.pack, whenListed);
		// it is awaited below; until then nobody may be listening
		begun?.catch(() => undefined);
		return answer;
	};
	const whenListed = fetchListing({ ...ports, fetch }, files).then((listing) =>
		listing.ok ? ok(toStaging(ports, files, listing.value, stored)) : listing
	);
	const staging = await whenListed;
	if (!staging.ok) {
		await begun;
		return staging;
	}

	const { contents } = staging.value;
	await learnStored(ports, contents, stored);
	ports.onProgress(progressOf(files, contents, stored));
	const staged = await stageContents(ports, files.pack, staging.value, begun);
	for (const sha256 of contents.names) named.add(sha256);
	return staged.ok ? ok(contents.staged) : staged;
}

function toStaging<C>(
	ports: SyncPorts<C>,
	files: LanguageFiles,
	contents: Contents,
	stored: Set<string>
): Staging {
	const stager = createStager(
		(texts) => ports.store.stage({ texts }),
		(hashes) => {
			for (const sha256 of hashes) stored.add(sha256);
			ports.onProgress(progressOf(files, contents, stored));
		}
	);
	return { contents, stored, stager };
}

function progressOf(
	{ lang, count }: LanguageFiles,
	contents: Contents,
	stored: ReadonlySet<string>
): SyncProgress {
	return { lang, done: contents.countArticles(stored), total: count };
}

async function fetchListing<C>(
	ports: SyncPorts<C>,
	{ lang, listing }: LanguageFiles
): Promise<Result<Contents, Failure>> {
	if (listing.length > MAX_MEMBER_BYTES) return fail('too-large');
	const path = listingPath(listing.sha256);
	const check = (file: Bytes) => checkNamed(listing, file);
	const bytes = await fetchOnce(ports, path, listing.length, check);
	if (!bytes.ok) return bytes;
	const text = toVerifiedText(bytes.value);
	if (text === undefined) return fail('malformed');
	const parsed = parseListing(text, lang);
	return parsed.ok ? ok(new Contents(parsed.value)) : parsed;
}

/** Reads the shards that an older edition or an interrupted sync has left on the phone. */
async function learnStored<C>(
	{ store }: SyncPorts<C>,
	contents: Contents,
	stored: ReadonlySet<string>
): Promise<void> {
	const here = contents.shards.filter(({ sha256 }) => stored.has(sha256));
	const texts = await store.readBlobs(here.map(({ sha256 }) => sha256));
	// a shard that cannot be read stays unknown, and is fetched again
	here.forEach(({ sha256 }, index) => contents.learn(sha256, texts[index] ?? ''));
}

/**
 * Fetches the shards, which tell what there is, then the texts that are missing. `begun`: the pack, where
 * it was asked for already.
 */
async function stageContents<C>(
	ports: SyncPorts<C>,
	pack: FileRef,
	staging: Staging,
	begun: Promise<PackRead> | undefined
): Promise<Result<void, Failure>> {
	const { contents, stored } = staging;
	let isPackRead = false;
	const readPack = async (reading?: Promise<PackRead>): Promise<Result<void, Failure>> => {
		const read = await (reading ?? stagePack(ports, pack, Promise.resolve(ok(staging))));
		if (!read.ok) return read;
		isPackRead = read.value.isWhole;
		return done;
	};
	// an earlier sync left the listing here, so the pack was not requested along with it
	const isPhoneEmpty = stored.size === 0;
	const steps = [
		() => (begun || isPhoneEmpty ? readPack(begun) : done),
		() => stageFiles(ports, listingPath, contents.unknownShards, staging),
		() => (!isPackRead && chooseRoute(contents.entries, stored) === 'pack' ? readPack() : done),
		() => stageFiles(ports, blobPath, contents.missing(stored), staging)
	];
	for (const step of steps) {
		const result = await step();
		if (!result.ok) return result;
	}
	return done;
}

const done = ok(undefined);
