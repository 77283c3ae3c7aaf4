import * as v from 'valibot';
import { Edition, Entry } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { isReadOnly, type HandrailDatabase } from '../database/database.ts';
import { readOnScreen } from '../stores/trust-store.ts';
import { writeContent } from '../database/transaction.ts';

const HasId = v.object({ id: v.string() });
/** As much of a row as a page could trip over. */
const Row = v.pipe(
	v.object({ entries: v.array(Entry), shards: v.array(v.string()), cards: v.array(HasId) }),
	v.check(({ entries, cards }) => {
		const ids = new Set(entries.map(({ id }) => id));
		return cards.every(({ id }) => ids.has(id));
	})
);

/**
 * Deletes rows of the edition on screen that are not what a switch put there: then they are known to
 * be missing, and the next sync makes them anew, from texts that are here where it can.
 */
export async function dropUnreadable(db: HandrailDatabase, lang: LanguageTag): Promise<void> {
	if (isReadOnly(db) || !(await readOnScreen(db.transaction('trust'))).installed) return;
	await writeContent(db, async (tx) => {
		const version = (await readOnScreen(tx)).installed?.version;
		if (version === undefined) return;
		await dropUnless(tx.objectStore('listings'), [version, lang], Row);
		await dropUnless(tx.objectStore('editions'), version, Edition);
	});
}

export interface Check {
	readonly version: number;
	readonly lang: LanguageTag;
	/** An instant. */
	readonly checkedAt: string;
	/** Hashes of texts that are not what they were. */
	readonly damaged: readonly string[];
}

/** Notes when every hash was compared, and deletes what is damaged: then it is known to be missing. */
export async function recordCheck(
	db: HandrailDatabase,
	{ version, lang, checkedAt, damaged }: Check
): Promise<void> {
	if (isReadOnly(db)) return;
	await writeContent(db, async (tx) => {
		await Promise.all(damaged.map((sha256) => tx.objectStore('blobs').delete(sha256)));
		const listings = tx.objectStore('listings');
		const row = await listings.get([version, lang]);
		// gone where another edition came meanwhile
		if (row) await listings.put({ ...row, checkedAt }, [version, lang]);
	});
}

interface Rows<Key> {
	readonly get: (key: Key) => Promise<unknown>;
	readonly delete: (key: Key) => Promise<void>;
}

async function dropUnless<Key>(rows: Rows<Key>, key: Key, schema: v.GenericSchema): Promise<void> {
	if (!v.is(schema, await rows.get(key))) await rows.delete(key);
}
