import * as v from 'valibot';
import { Article } from '#lib/edition/article.ts';
import { isArticleId } from '#lib/edition/card.ts';
import type { KeptEditions, KeptListing } from '#lib/phone/editions.ts';
import type { OpenDatabase } from '#lib/storage/database/database-opener.ts';
import { readKeptListings } from '#lib/storage/read/kept-listings.ts';
import { readBlobs } from '#lib/storage/stores/blob-store.ts';
import { pause } from '#lib/sync/fetch/pause.ts';

/** The two editions that are kept, for a page that looks into both. */
export async function readKeptEditions(open: OpenDatabase): Promise<KeptEditions> {
	const listings = await open()
		.then(readKeptListings)
		// as on a phone that has nothing yet: the page says that it found nothing to compare with
		.catch((): KeptListing[] => []);
	return {
		listings: listings.map((listing) => ({
			...listing,
			blobs: new Map([...listing.blobs].filter(([id]) => isArticleId(id)))
		})),
		async articles(hashes) {
			const texts = await open()
				.then((db) => readBlobs(db, hashes))
				// another tab's newer code, or the browser, may close the database under us
				.catch(() => []);
			return hashes.map((_, index) => parseArticle(texts[index]));
		},
		pause
	};
}

function parseArticle(text: string | undefined): Article | undefined {
	try {
		return v.parse(Article, JSON.parse(text ?? ''));
	} catch {
		// damaged: the next weekly check finds it, and the next sync mends it
		return undefined;
	}
}
