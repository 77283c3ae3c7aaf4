import { editionPath } from '#lib/edition/address/published-paths.ts';
import type { EditionFile, ImportedFile, SignedArticle } from '#lib/phone/edition-files.ts';
import type { OpenDatabase } from '#lib/storage/database/database-opener.ts';
import type { HandrailDatabase } from '#lib/storage/database/database.ts';
import { readInstalledEdition } from '#lib/storage/stores/edition-store.ts';
import { readInstalledListing } from '#lib/storage/stores/listing-store.ts';
import { readSettings } from '#lib/storage/stores/settings-store.ts';
import { toStorageCode } from '#lib/storage/database/storage-error.ts';
import { readTrust } from '#lib/storage/stores/trust-store.ts';
import type { SyncOutcome } from '#lib/sync/sync-outcome.ts';
import { readAnchor, type Anchor } from '#lib/trust/anchor.ts';
import { FILE_HOST, editionFileHost } from './edition-file-host.ts';
import { syncWith } from '../sync/sync-with.ts';
import { membersInFile, verifyEditionFile, type GenuineEdition } from './verify-edition-file.ts';
import { retryWhileBusy } from '../sync/retry-while-busy.ts';

/** What differs between a phone and a test. */
export interface ImportSurroundings {
	readonly open: OpenDatabase;
	readonly anchor: Anchor;
	readonly locks: LockManager | undefined;
	readonly now?: () => Date;
}

/**
 * Takes an edition out of a file, the way a sync takes one from a host: with this phone's own roots,
 * head, hashes and caps. It is installed if it is genuine, whole and not older; else labelled.
 */
export async function importEditionFile(
	file: EditionFile,
	surroundings: ImportSurroundings
): Promise<ImportedFile> {
	try {
		const db = await surroundings.open();
		if (await wouldTakeAway(db, file)) return { kind: 'other-language', lang: file.lang };
		const outcome = await syncFrom(file, surroundings);
		return await describe(db, file, outcome, surroundings);
	} catch (error) {
		if (toStorageCode(error)) return { kind: 'storage' };
		throw error;
	}
}

async function syncFrom(
	file: EditionFile,
	{ open, anchor, locks, now }: ImportSurroundings
): Promise<SyncOutcome> {
	const source = { hosts: [FILE_HOST], isComplete: false, fetch: editionFileHost(file) };
	const host = { open, anchor, locks, ...source };
	const options = { languages: [file.lang], ...(now && { now }) };
	return retryWhileBusy(() => syncWith(host, options));
}

/** Languages share one edition: one that is newer in another language leaves the reader's behind. */
async function wouldTakeAway(db: HandrailDatabase, file: EditionFile): Promise<boolean> {
	const { lang } = await readSettings(db);
	if (file.article !== undefined || lang === undefined || lang === file.lang) return false;
	const installed = (await readTrust(db))?.installed;
	if (!installed || file.proof.has(editionPath(installed.sha256))) return false;
	return (await readInstalledListing(db, lang)) !== undefined;
}

async function describe(
	db: HandrailDatabase,
	file: EditionFile,
	outcome: SyncOutcome,
	{ anchor }: ImportSurroundings
): Promise<ImportedFile> {
	const { lang } = file;
	if (outcome.status === 'switched') return { kind: 'installed', version: outcome.version, lang };
	if (outcome.status === 'storage' || outcome.status === 'needs-app-update')
		return { kind: outcome.status };
	if (outcome.status === 'busy') return { kind: 'busy' };

	const trust = await readTrust(db);
	const root = trust?.root ?? (await readAnchor(anchor)).root;
	const genuine = await verifyEditionFile(root, file);
	if (!genuine.ok) return { kind: outcome.status === 'offline' ? 'incomplete' : 'refused' };
	const { edition, sha256 } = genuine.value;
	const { version } = edition;
	const installed = trust?.installed;
	if (file.article !== undefined)
		return describeArticle(db, genuine.value, { ...file, id: file.article });
	if (installed?.sha256 === sha256) return { kind: 'same', version, lang };
	if (!installed || version >= installed.version) {
		return { kind: outcome.status === 'offline' ? 'incomplete' : 'refused' };
	}
	const known = new Set(edition.withdrawn.map(({ id }) => id));
	const now = (await readInstalledEdition(db))?.withdrawn ?? [];
	const withdrawn = now.flatMap(({ id }) => (known.has(id) ? [] : [id]));
	return { kind: 'older', version, installed: installed.version, withdrawn };
}

async function describeArticle(
	db: HandrailDatabase,
	genuine: GenuineEdition,
	file: EditionFile & { readonly id: string }
): Promise<ImportedFile> {
	const { id, lang } = file;
	const { members } = await membersInFile(genuine, file, lang);
	const sha256 = members.find((it) => it.id === id)?.sha256;
	if (sha256 === undefined) return { kind: 'refused' };
	const { version } = genuine.edition;
	const tell = (state: SignedArticle['state']): ImportedFile => ({
		kind: 'article',
		version,
		id,
		lang,
		state
	});
	const installed = await readInstalledEdition(db);
	if (!installed) return tell('not-here');
	if (version > installed.version) return tell('newer');
	if (installed.withdrawn.some((it) => it.id === id)) return tell('withdrawn');
	const entries = (await readInstalledListing(db, lang))?.row.entries;
	const now = entries?.find((entry) => entry.id === id)?.sha256;
	if (now === undefined) return tell('not-here');
	return tell(now === sha256 ? 'current' : 'changed');
}
