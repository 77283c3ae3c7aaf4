import { brotliDecompressSync } from 'node:zlib';
import { deleteDB } from 'idb';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { createDatabaseOpener } from '#lib/storage/database/database-opener.ts';
import { syncWith } from '#lib/pwa/sync/sync-with.ts';
import type { SyncOutcome } from '#lib/sync/sync-outcome.ts';
import { EditionHost, fileResponse } from '#tests/support/server/edition-host.ts';
import { verifyFiles } from '../../src/compiler/verify/verify-files.ts';
import { NOW, type Forged } from './forge.ts';

let count = 0;

/** What a real, empty phone makes of it, in English and in Spanish: `takes`, or why not. */
export async function phoneVerdict(forged: Forged): Promise<string> {
	for (const lang of ['en', 'es'] as const) {
		const outcome = await install(forged, lang);
		if (outcome.status !== 'switched')
			return 'code' in outcome ? String(outcome.code) : outcome.status;
	}
	return 'takes';
}

async function install({ files, anchor }: Forged, lang: LanguageTag): Promise<SyncOutcome> {
	const host = new EditionHost(files);
	// as hosts do that send the compressed copy where there is one, and as browsers unpack it
	host.answers((path) => {
		const copy = files.get(`${path}.br`);
		return copy && fileResponse(new Uint8Array(brotliDecompressSync(copy)));
	});
	const database = `forged-${String((count += 1))}`;
	const surroundings = {
		anchor,
		hosts: ['http://localhost/published/'],
		fetch: host.fetch,
		open: createDatabaseOpener(database)
	};
	const outcome = await syncWith(surroundings, { languages: [lang], now: () => NOW });
	await deleteDB(database);
	return outcome;
}

/** What keeps its publisher from publishing it: nothing, if all is well. */
export async function publisherVerdict({ files, anchor }: Forged): Promise<readonly string[]> {
	const folder = { read: (path: string) => files.get(path), paths: () => [...files.keys()].sort() };
	return (await verifyFiles(folder, { anchor, now: NOW })).problems;
}
