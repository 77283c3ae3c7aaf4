import { isArticleId, toCard, type Card } from '#lib/edition/card.ts';
import type { Entry } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { readMember } from '#lib/edition/read-member.ts';
import { fail, ok, type Result } from '#lib/edition/result.ts';
import type { StagedListing } from '#lib/edition/staged-listing.ts';
import { toSearchDocument, type SearchDocument } from '#lib/edition/search-document.ts';
import type { HandrailDatabase } from '../database/database.ts';
import type { PreparedListing } from '../stores/listing-rows.ts';
import { readBlobs } from '../stores/blob-store.ts';

export interface PreparePorts {
	readonly now: () => Date;
	/** Lets the page answer a tap between two slices. */
	readonly pause: () => Promise<void>;
}

/** Articles parsed at once: about 10 ms on a slow phone. */
const SLICE = 16;

/**
 * Works out cards and search documents before the switch, so that the switch only compares and
 * points. Articles that the installed edition shares are taken from its rows. What this app cannot
 * read is for newer ones: it is kept, and left out.
 */
export async function prepareListing(
	db: HandrailDatabase,
	{ lang, entries, shards }: StagedListing,
	{ now, pause }: PreparePorts
): Promise<Result<PreparedListing, 'incomplete' | 'malformed'>> {
	const known = await installedCards(db, lang);
	const read: Found[] = [];
	const leftOut: string[] = [];

	for (let start = 0; start < entries.length; start += SLICE) {
		const slice = entries.slice(start, start + SLICE);
		const unknown = slice.flatMap(({ sha256 }) => (known.has(sha256) ? [] : [sha256]));
		const texts = await readBlobs(db, unknown);
		const fresh = new Map(unknown.map((sha256, index) => [sha256, texts[index]]));
		for (const entry of slice) {
			const text = fresh.get(entry.sha256);
			const one =
				known.get(entry.sha256) ?? (text === undefined ? undefined : readArticle(text, entry));
			// the switch sees to it that the others are here
			if (one === undefined && !isArticleId(entry.id)) continue;
			if (one === undefined) return fail('incomplete');
			if (one === 'malformed') return fail('malformed');
			if ('card' in one) read.push(one);
			else leftOut.push(...one.leftOut);
		}
		if (unknown.length > 0) await pause();
	}

	read.sort((a, b) => a.card.slug.localeCompare(b.card.slug, 'en'));
	const cards = read.map(({ card }) => card);
	const documents = read.map(({ document }) => document);
	const checkedAt = now().toISOString();
	const row = { lang, entries, shards, cards, checkedAt, ...(leftOut.length > 0 && { leftOut }) };
	return ok({ row, documents });
}

interface Found {
	readonly card: Card;
	readonly document: SearchDocument;
}

function readArticle(
	text: string,
	{ id, sha256 }: Entry
): Found | { readonly leftOut: readonly string[] } | 'malformed' {
	const json = parseJson(text);
	const member = json === undefined ? undefined : readMember(id, json);
	// signed, and broken: a mistake of the publisher; the old edition stays
	if (!member) return 'malformed';
	const { article, leftOut } = member;
	return article
		? { card: toCard(article, sha256), document: toSearchDocument(article) }
		: { leftOut };
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** What is on screen in this language, by hash of the article. */
async function installedCards(db: HandrailDatabase, lang: LanguageTag) {
	const tx = db.transaction(['trust', 'listings', 'search']);
	const version = (await tx.objectStore('trust').get('state'))?.installed?.version ?? 0;
	const [row, documents = []] = await Promise.all([
		tx.objectStore('listings').get([version, lang]),
		tx.objectStore('search').get([version, lang])
	]);
	const byId = new Map(documents.map((document) => [document.id, document]));
	const pairs = (row?.cards ?? []).flatMap((card) => {
		const document = byId.get(card.id);
		return document ? [[card.sha256, { card, document }] as const] : [];
	});
	return new Map(pairs);
}
