import type { FileRef, LanguageFiles } from '#lib/edition/edition.ts';
import { blobPath, listingPath } from '#lib/edition/published-paths.ts';
import { fail, ok, type Result } from '#lib/edition/result.ts';
import type { StagedListing } from '#lib/edition/staged-listing.ts';
import type { Bytes } from '#lib/trust/bytes.ts';
import { chooseRoute } from './choose-route.ts';
import { Contents, parseListing, toVerifiedText } from './contents.ts';
import { fetchOnce } from './fetch-once.ts';
import { checkNamed, MAX_MEMBER_BYTES } from './fetch-named.ts';
import { stageFiles, stagePack, type Staging } from './stage-blobs.ts';
import { createStager } from './stager.ts';
import type { Failure } from './sync-outcome.ts';
import type { SyncPorts } from './sync-ports.ts';

/** What is on the phone, and what this sync has named so far: garbage is neither of the two. */
export interface Shelf {
	readonly stored: Set<string>;
	readonly named: Set<string>;
}

/**
 * Brings every text of one language to the phone, each verified against the listing that the
 * signed edition names. Whatever arrived stays, so the next try asks only for the rest.
 */
export async function stageLanguage<C>(
	ports: SyncPorts<C>,
	files: LanguageFiles,
	{ stored, named }: Shelf
): Promise<Result<StagedListing, Failure>> {
	const listing = await fetchListing(ports, files);
	if (!listing.ok) return listing;
	const contents = listing.value;
	const report = (): void => {
		const done = contents.countArticles(stored);
		ports.onProgress({ lang: files.lang, done, total: files.count });
	};
	const stager = createStager(
		(texts) => ports.store.stage({ texts }),
		(hashes) => {
			for (const sha256 of hashes) stored.add(sha256);
			report();
		}
	);

	await learnStored(ports, contents, stored);
	report();
	const staged = await stageContents(ports, files.pack, { contents, stored, stager });
	for (const sha256 of contents.names) named.add(sha256);
	return staged.ok ? ok(contents.staged) : staged;
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

/** Shards that an older edition or an earlier try left here need not be asked for. */
async function learnStored<C>(
	{ store }: SyncPorts<C>,
	contents: Contents,
	stored: ReadonlySet<string>
): Promise<void> {
	const here = contents.shards.filter(({ sha256 }) => stored.has(sha256));
	const texts = await store.readBlobs(here.map(({ sha256 }) => sha256));
	// one that cannot be read stays unknown, and is fetched again
	here.forEach(({ sha256 }, index) => contents.learn(sha256, texts[index] ?? ''));
}

/** First what there is, then what of it is not here. */
async function stageContents<C>(
	ports: SyncPorts<C>,
	pack: FileRef,
	staging: Staging
): Promise<Result<void, Failure>> {
	const { contents, stored } = staging;
	let isPackRead = false;
	const readPack = async (): Promise<Result<void, Failure>> => {
		const read = await stagePack(ports, pack, staging);
		if (!read.ok) return read;
		isPackRead = read.value.isWhole;
		return done;
	};
	// nothing here could spare a byte of the pack, and its first lines are the shards
	const isPhoneEmpty = stored.size === 0;
	const steps = [
		() => (isPhoneEmpty ? readPack() : done),
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
