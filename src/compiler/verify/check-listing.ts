import { isArticleId } from '#lib/edition/card.ts';
import { toBytes, toText, type Bytes } from '#lib/trust/signed/bytes.ts';
import { compileListing, shardOf, shardBits } from '../compile/compile-listing.ts';
import { compareText } from '../base/diagnostic.ts';
import type { PublishedLanguage } from './read-language.ts';

/**
 * Finds what a publisher can get wrong in a listing and phones do not look at: order, duplicates, shards,
 * the count, a pack with other texts. Finally the listing is compiled again and compared.
 */
export function* checkListing(language: PublishedLanguage): Generator<string> {
	const { files, shards, entries, pack } = language;
	const in_ = `The ${files.lang} listing`;
	const ids = entries.map(({ id }) => id);
	const twice = ids.find((id, index) => ids.indexOf(id) !== index);
	if (twice !== undefined) yield `${in_} has "${twice}" twice`;

	const bits = shardBits(entries.length);
	if (shards.length !== 2 ** bits) {
		yield `${in_} has ${shards.length} shards for ${entries.length} entries: ${2 ** bits} is right`;
	}
	for (const [number, shard] of shards.entries()) {
		const alien = shard.entries.find(({ id }) => shardOf(id, bits) !== number);
		if (alien) yield `${in_} has "${alien.id}" in shard ${number}, where it does not belong`;
		const sorted = shard.entries.toSorted((a, b) => compareText(a.id, b.id));
		if (sorted.some((it, at) => it !== shard.entries[at])) {
			yield `${in_} is not sorted in shard ${number}`;
		}
	}
	const count = ids.filter(isArticleId).length;
	if (count !== files.count) yield `${in_} has ${count} articles, and count says ${files.count}`;
	if (!isSame(pack, packOf(language)))
		yield `The ${files.lang} pack is not the texts of its listing`;
	else if (!isMadeAnew(language)) yield `${in_} is not as the compiler would write it`;
}

const isSame = (a: Bytes, b: Bytes): boolean => Buffer.compare(a, b) === 0;

function packOf({ shards, entries, blobs }: PublishedLanguage): Bytes {
	const texts = [
		...shards.map(({ bytes }) => bytes),
		...entries.map((entry) => blobs.get(entry.sha256) ?? new Uint8Array())
	];
	return new Uint8Array(
		Buffer.concat(texts.flatMap((text, at) => (at ? [LINE_FEED, text] : [text])))
	);
}

const LINE_FEED = toBytes('\n');

/** The same members, through the compiler: the same listing, to the byte. */
function isMadeAnew({ files, entries, blobs }: PublishedLanguage): boolean {
	const members = entries.map(({ id, sha256: hash, length }) => {
		return {
			id,
			blob: { sha256: hash, length, text: toText(blobs.get(hash) ?? new Uint8Array()) }
		};
	});
	return compileListing(files.lang, members).listing.sha256 === files.listing.sha256;
}
