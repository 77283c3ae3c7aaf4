// Runs in a page: the app's own sync, from files in memory, with its parts one after another.
import { openHandrailDatabase, type ListingRow } from '#lib/storage/database/database.ts';
import { syncStore } from '#lib/pwa/sync/sync-store.ts';
import { syncEdition } from '#lib/sync/sync-edition.ts';
import type { SyncStore } from '#lib/sync/sync-ports.ts';
import { readAnchor, type Anchor } from '#lib/trust/anchor.ts';
import { sha256Hex, toBytes, type Bytes } from '#lib/trust/signed/bytes.ts';

/** Times of one first sync, in ms. */
export interface VerifyTimes {
	/** SHA-256 of every text, and nothing else. */
	readonly hashing: number;
	/** Signatures, hashes, shards: until every text is known to be good. */
	readonly verifying: number;
	readonly storing: number;
	/** Cards, before the switch. */
	readonly compiling: number;
	readonly switching: number;
}

declare global {
	interface Window {
		measureVerify: (anchor: Anchor) => Promise<VerifyTimes>;
	}
}

/** Texts hashed at once: sync takes those of one chunk of the network. */
const AT_ONCE = 32;
const now = (): Date => new Date();

window.measureVerify = async (anchor) => {
	const files = new Map<string, Promise<readonly [bytes: Bytes, status: number]>>();
	const fromMemory = async (input: RequestInfo | URL): Promise<Response> => {
		const url = new Request(input).url;
		const file = files.get(url) ?? readFile(url);
		files.set(url, file);
		const [bytes, status] = await file;
		return new Response(bytes, { status });
	};
	// the first brings the files, and the engine to its speed; the second is measured
	const { texts } = await syncOnce(anchor, fromMemory, 'bench-first');
	await hashAll(texts);
	const { times } = await syncOnce(anchor, fromMemory, 'bench-second');
	return { hashing: await hashAll(texts), ...times };
};

async function readFile(url: string): Promise<readonly [Bytes, number]> {
	const response = await fetch(url);
	return [new Uint8Array(await response.arrayBuffer()), response.status];
}

async function hashAll(texts: readonly string[]): Promise<number> {
	const files = texts.map(toBytes);
	const startedAt = performance.now();
	for (let from = 0; from < files.length; from += AT_ONCE) {
		await Promise.all(files.slice(from, from + AT_ONCE).map((file) => sha256Hex(file)));
	}
	return performance.now() - startedAt;
}

async function syncOnce(anchor: Anchor, fetch: typeof globalThis.fetch, database: string) {
	const db = await openHandrailDatabase(database);
	const phone = syncStore(db, anchor.floor, now);
	const staged = new Map<string, string>();
	const startedAt = performance.now();
	let [verifiedAt, storedAt, preparedAt, switchedAt] = [NaN, NaN, NaN, NaN];
	const store: SyncStore<ListingRow> = {
		...phone,
		stage({ texts = new Map<string, string>() }) {
			for (const [sha256, text] of texts) staged.set(sha256, text);
			return Promise.resolve();
		},
		async prepare(listing) {
			verifiedAt = performance.now();
			await phone.stage({ texts: staged });
			storedAt = performance.now();
			const prepared = await phone.prepare(listing);
			preparedAt = performance.now();
			return prepared;
		},
		async switchTo(accepted, listings) {
			const switched = await phone.switchTo(accepted, listings);
			switchedAt = performance.now();
			return switched;
		}
	};
	const outcome = await syncEdition(
		{
			fetch,
			signal: new AbortController().signal,
			hosts: ['/published/'],
			isComplete: true,
			anchor: await readAnchor(anchor),
			floor: anchor.floor,
			store,
			now,
			onProgress: ignore,
			onSwitched: ignore,
			onClockSkew: ignore
		},
		['en']
	);
	db.close();
	if (outcome.status !== 'switched') throw new Error(`The sync ended with "${outcome.status}"`);
	const times = {
		verifying: verifiedAt - startedAt,
		storing: storedAt - verifiedAt,
		compiling: preparedAt - storedAt,
		switching: switchedAt - preparedAt
	};
	return { texts: [...staged.values()], times };
}

function ignore(): void {
	// a benchmark shows nothing
}
