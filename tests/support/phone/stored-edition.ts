import { Shard } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { prepareListing } from '#lib/storage/write/prepare-listing.ts';
import { openHandrailDatabase, type HandrailDatabase } from '#lib/storage/database/database.ts';
import { stage } from '#lib/storage/write/stage.ts';
import { switchEdition, type StagedEdition } from '#lib/storage/write/switch-edition.ts';
import { updateTrust } from '#lib/storage/stores/trust-store.ts';
import { acceptEdition } from '#lib/trust/accept-edition.ts';
import { readAnchor } from '#lib/trust/anchor.ts';
import { sha256Hex, toBytes, toText } from '#lib/trust/signed/bytes.ts';
import { startTrust } from '#lib/trust/trust-state.ts';
import { today, type Published, type Publisher } from '../publisher/publisher.ts';
import * as v from 'valibot';

let count = 0;

/** Opens an empty database under a new name, as an empty phone has it. */
export const aPhone = (): Promise<HandrailDatabase> =>
	openHandrailDatabase(`phone-${(count += 1)}`);

/** Verifies an edition and stages its texts. Only the switch is left to the test. */
export async function staged(
	db: HandrailDatabase,
	publisher: Publisher,
	{ head, path, edition }: Published,
	languages: readonly LanguageTag[] = ['en']
): Promise<StagedEdition> {
	const anchor = await readAnchor(publisher.anchor());
	await updateTrust(db, (state) => state ?? startTrust(anchor));
	const file = publisher.files.get(path) ?? new Uint8Array();
	const accepted = await acceptEdition(publisher.root, head.edition, file);
	if (!accepted.ok) throw new Error(accepted.code);

	const listings = languages.map(async (lang) => {
		const files = edition.languages.find((it) => it.lang === lang);
		const pack = publisher.files.get(`pack/${files?.pack.sha256 ?? ''}.txt`);
		const lines = toText(pack ?? new Uint8Array()).split('\n');
		const hashes = await Promise.all(lines.map((line) => sha256Hex(toBytes(line))));
		const texts = new Map(lines.map((line, index) => [hashes[index] ?? '', line]));
		await stage(db, { texts });
		// the editions of tests are small enough for one shard
		const entries = v.parse(Shard, JSON.parse(lines[0] ?? '')).entries;
		const listing = { lang, entries, shards: hashes.slice(0, 1) };
		const ports = { now: today, pause: () => Promise.resolve() };
		const prepared = await prepareListing(db, listing, ports);
		if (!prepared.ok) throw new Error(prepared.code);
		return prepared.value;
	});
	return { accepted: accepted.value, listings: await Promise.all(listings), floor: 1 };
}

/** Stages an edition and switches to it. */
export async function installed(
	db: HandrailDatabase,
	publisher: Publisher,
	published: Published,
	languages?: readonly LanguageTag[]
): Promise<void> {
	const result = await switchEdition(db, await staged(db, publisher, published, languages));
	if (!result.ok) throw new Error(result.code);
}
