import * as v from 'valibot';
import { Article } from '#lib/edition/article.ts';
import { isArticleId } from '#lib/edition/card.ts';
import { openHandrailDatabase, type HandrailDatabase } from '#lib/storage/database/database.ts';
import { readKeptListings, type KeptListing } from '#lib/storage/read/kept-listings.ts';
import { readBlobs } from '#lib/storage/stores/blob-store.ts';
import { pause } from '#lib/sync/pause.ts';

export type { KeptListing };

/** The two editions that are kept, the one on screen first. */
export interface KeptEditions {
	/** Their articles, by language. */
	readonly listings: readonly KeptListing[];
	/** Articles by hash, in order; `undefined` where one is missing or damaged. */
	readonly articles: (hashes: readonly string[]) => Promise<(Article | undefined)[]>;
	/** For between two slices of work: lets the page answer a tap. */
	readonly pause: () => Promise<void>;
	readonly close: () => void;
}

/** Opens them for a page that looks into both. Nothing is kept where storage is denied. */
export async function openKeptEditions(): Promise<KeptEditions> {
	let db: HandrailDatabase;
	let listings: KeptListing[];
	try {
		db = await openHandrailDatabase();
		listings = await readKeptListings(db);
	} catch {
		// as on a phone that has nothing yet: the page says that it found nothing to compare with
		return NOTHING;
	}
	return {
		listings: listings.map((listing) => ({
			...listing,
			blobs: new Map([...listing.blobs].filter(([id]) => isArticleId(id)))
		})),
		async articles(hashes) {
			// another tab's newer code, or the browser, may close the database under us
			const texts = await readBlobs(db, hashes).catch(() => []);
			return hashes.map((_, index) => parseArticle(texts[index]));
		},
		pause,
		close: () => {
			db.close();
		}
	};
}

const NOTHING: KeptEditions = {
	listings: [],
	articles: (hashes) => Promise.resolve(hashes.map(() => undefined)),
	pause,
	close: () => undefined
};

function parseArticle(text: string | undefined): Article | undefined {
	try {
		return v.parse(Article, JSON.parse(text ?? ''));
	} catch {
		// damaged: the next weekly check finds it, and the next sync mends it
		return undefined;
	}
}
