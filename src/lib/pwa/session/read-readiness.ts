import { isArticleId } from '#lib/edition/card.ts';
import type { Entry } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { PhoneReadiness, Readiness } from '#lib/phone/readiness.ts';
import type { HandrailDatabase } from '#lib/storage/database/database.ts';
import { dropUnreadable } from '#lib/storage/write/repair-rows.ts';
import { readInstalledListing, type InstalledListing } from '#lib/storage/stores/listing-store.ts';
import { recordCheck } from '#lib/storage/write/repair-rows.ts';
import { readBlobs, storedHashes } from '#lib/storage/stores/blob-store.ts';
import { pause } from '#lib/sync/fetch/pause.ts';
import type { CodeState } from '../worker/code-state.ts';
import { sha256Hex, toBytes } from '#lib/trust/signed/bytes.ts';

/** What is known of the texts: `ready` where articles, contacts, terms and all the rest are here. */
export interface StoredTexts extends Readiness {
	/** Hashes of what is missing or was damaged. The next sync fetches them. */
	readonly damaged: string[];
	/** Something that was here is not, or is not what it was. The next sync mends it. */
	readonly isDamaged: boolean;
}

const NOTHING: StoredTexts = {
	ready: false,
	whole: 0,
	total: 0,
	damaged: [],
	isDamaged: false,
	checkedAt: ''
};
/** Texts hashed between two pauses: about 10 ms on a slow phone. */
const SLICE = 16;

/**
 * "Ready for offline" as a fact: what the installed listing names, counted against what IndexedDB
 * has. Changes nothing.
 */
export async function readReadiness(db: HandrailDatabase, lang: LanguageTag): Promise<StoredTexts> {
	const listing = await readInstalledListing(db, lang);
	return listing ? judge(db, listing.row, new Set()) : NOTHING;
}

/**
 * The same after comparing every hash, weekly or on demand. Damaged texts and rows are deleted: the
 * next sync then sees that they are missing, and fetches them.
 */
export async function dropDamaged(
	db: HandrailDatabase,
	lang: LanguageTag,
	now: () => Date = () => new Date()
): Promise<StoredTexts> {
	await dropUnreadable(db, lang);
	const listing = await readInstalledListing(db, lang);
	if (!listing) return NOTHING;
	const { version, row } = listing;
	const altered = new Set(await findDamaged(db, row.entries));
	const checkedAt = now().toISOString();
	const found = await judge(db, { ...row, checkedAt }, altered);
	await recordCheck(db, { version, lang, checkedAt, damaged: found.damaged });
	return found;
}

async function judge(
	db: HandrailDatabase,
	{ entries, checkedAt, leftOut = [] }: InstalledListing['row'],
	altered: ReadonlySet<string>
): Promise<StoredTexts> {
	const stored = await storedHashes(db);
	const isThere = ({ sha256 }: Entry): boolean => stored.has(sha256) && !altered.has(sha256);
	const damaged = entries.filter((entry) => !isThere(entry)).map(({ sha256 }) => sha256);
	const articles = entries.filter(({ id }) => isArticleId(id) && !leftOut.includes(id));
	const whole = articles.filter(isThere).length;
	const isDamaged = damaged.length > 0;
	const newer = leftOut.length > 0 && { leftOut: leftOut.length };
	return {
		...{ ready: !isDamaged, whole, total: articles.length, damaged, isDamaged, checkedAt },
		...newer
	};
}

async function findDamaged(db: HandrailDatabase, entries: readonly Entry[]): Promise<string[]> {
	const damaged: string[] = [];
	for (let start = 0; start < entries.length; start += SLICE) {
		const slice = entries.slice(start, start + SLICE);
		const texts = await readBlobs(
			db,
			slice.map(({ sha256 }) => sha256)
		);
		const hashes = await Promise.all(texts.map((text) => sha256Hex(toBytes(text ?? ''))));
		slice.forEach(({ sha256 }, index) => {
			if (hashes[index] !== sha256) damaged.push(sha256);
		});
		await pause();
	}
	return damaged;
}

/** What is known of the texts, with what is known of the code. */
export const withCode = (texts: StoredTexts, code: CodeState): PhoneReadiness => ({
	...texts,
	areTextsReady: texts.ready,
	areGuidesSaved: texts.ready && code !== 'missing',
	ready: texts.ready && code === 'whole'
});
