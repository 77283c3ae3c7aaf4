import { isArticleId, toCard, type Card } from '#lib/edition/card.ts';
import type { Entry } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { parseJson } from '#lib/edition/text/parse-json.ts';
import { readMember } from '#lib/edition/read-member.ts';
import { fail, ok, type Result } from '#lib/edition/result.ts';
import type { StagedListing } from '#lib/edition/staged-listing.ts';
import type { HandrailDatabase, ListingRow } from '../database/database.ts';
import { readBlobs } from '../stores/blob-store.ts';
import { readListing } from '../stores/listing-store.ts';
import { readOnScreen } from '../stores/trust-store.ts';

export interface PreparePorts {
	readonly now: () => Date;
	/** Lets the page respond to a tap between two slices of work. */
	readonly pause: () => Promise<void>;
}

/** How many articles are parsed without a pause: about 10 ms on a slow phone. */
const SLICE = 16;

/**
 * Prepares a language's row with its cards, so that the switch only has to compare and write. Takes
 * the cards of unchanged articles from the installed edition. Articles that this app cannot read
 * stay on the phone for newer apps, and are left out of the row.
 */
export async function prepareListing(
	db: HandrailDatabase,
	{ lang, entries, shards }: StagedListing,
	{ now, pause }: PreparePorts
): Promise<Result<ListingRow, 'incomplete' | 'malformed'>> {
	const known = await installedCards(db, lang);
	const cards: Card[] = [];
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
			// other members are not read here: the switch makes sure that they are on the phone
			if (one === undefined && !isArticleId(entry.id)) continue;
			if (one === undefined) return fail('incomplete');
			if (one === 'malformed') return fail('malformed');
			if ('leftOut' in one) leftOut.push(...one.leftOut);
			else cards.push(one);
		}
		if (unknown.length > 0) await pause();
	}

	cards.sort((a, b) => a.slug.localeCompare(b.slug, 'en'));
	const checkedAt = now().toISOString();
	return ok({ lang, entries, shards, cards, checkedAt, ...(leftOut.length > 0 && { leftOut }) });
}

function readArticle(
	text: string,
	{ id, sha256 }: Entry
): Card | { readonly leftOut: readonly string[] } | 'malformed' {
	const json = parseJson(text);
	const member = json === undefined ? undefined : readMember(id, json);
	// the publisher signed a broken text, so the old edition stays
	if (!member) return 'malformed';
	const { article, leftOut } = member;
	return article ? toCard(article, sha256) : { leftOut };
}

/** The cards of the edition on screen in this language, by hash of the article. */
async function installedCards(db: HandrailDatabase, lang: LanguageTag) {
	const tx = db.transaction(['trust', 'listings']);
	const version = (await readOnScreen(tx)).installed?.version ?? 0;
	const row = await readListing(tx, version, lang);
	return new Map((row?.cards ?? []).map((card) => [card.sha256, card]));
}
