import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { HandrailDatabase } from '#lib/storage/database/database.ts';
import type { OpenDatabase } from '#lib/storage/database/database-opener.ts';
import { readSettings, writeSetting } from '#lib/storage/stores/settings-store.ts';
import { readInstalledEdition } from '#lib/storage/stores/edition-store.ts';
import { readCritical } from '#lib/storage/read/read-changes.ts';
import { readChanges } from '#lib/storage/read/read-changes.ts';
import { readTrust } from '#lib/storage/stores/trust-store.ts';
import { knownTime } from '#lib/trust/known-time.ts';
import { freshness } from '#lib/trust/freshness.ts';
import type { PhoneFacts } from '#lib/phone/facts.ts';
import { describePublisherChange, noteFirstPublisher } from './publisher-change.ts';
import { readReadiness, type StoredTexts } from './read-readiness.ts';

interface Stored extends Pick<
	PhoneFacts,
	'freshness' | 'changes' | 'critical' | 'publisherChange' | 'now' | 'storageBytes'
> {
	/** Of the texts: the code is the worker's. */
	readonly readiness?: StoredTexts | undefined;
}

/** What is stored here now, in one language. Never rejects: without storage there is nothing. */
export async function readPhone(
	open: OpenDatabase,
	lang: LanguageTag,
	clockSkewMs: number | undefined
): Promise<Stored> {
	try {
		const db = await open();
		const settings = await readSettings(db);
		// a first edition is no change: everything in it is new to this reader
		if (settings.acknowledgedVersion === undefined) {
			await tried(noteInstalled(db, 'acknowledgedVersion'));
		}
		const trusting = readTrust(db);
		const [trust, edition, readiness, changes, critical, storageBytes] = await Promise.all([
			trusting,
			readInstalledEdition(db),
			readReadiness(db, lang),
			readChanges(db, lang),
			// of what is signed: a phone's clock that runs ahead must not hide what is critical
			trusting.then((it) => readCritical(db, new Date(it?.seen?.head.issued ?? 0))),
			storedBytes()
		]);
		await tried(noteFirstPublisher(db, settings, { edition, trust }));
		const view = trust && { ...trust, clockSkewMs };
		return {
			changes,
			critical,
			storageBytes,
			publisherChange: describePublisherChange(settings, { edition, trust }, lang),
			// nothing of this language is here: there is nothing that could have been checked
			readiness: readiness.total > 0 ? readiness : undefined,
			freshness: trust?.installed && freshness(view, new Date()),
			now: knownTime(trust, new Date())
		};
	} catch {
		// storage is denied or blocked: the sync's outcome says so, and the document stays
		return { changes: [], critical: [], readiness: undefined };
	}
}

/** A phone that is full still says what is on it; the note is made when there is room. */
const tried = (note: Promise<void>): Promise<void> => note.catch(() => undefined);

/** Notes the edition on screen as the one whose changes are known to the reader. */
export async function noteInstalled(
	db: HandrailDatabase,
	...keys: readonly ('seenVersion' | 'acknowledgedVersion')[]
): Promise<void> {
	const version = (await readTrust(db))?.installed?.version;
	if (version === undefined) return;
	for (const key of keys) await writeSetting(db, key, version);
}

/** `navigator.storage` is absent in some WebKit browsers. */
async function storedBytes(): Promise<number | undefined> {
	const storage = navigator.storage as StorageManager | undefined;
	const estimate = await storage?.estimate?.().catch(() => undefined);
	return estimate?.usage;
}
