import * as v from 'valibot';
import { Edition, Entry } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { isReadOnly, type HandrailDatabase } from '../database/database.ts';
import { readTrust } from '../stores/trust-store.ts';
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
const Documents = v.array(v.object({ ...HasId.entries, title: v.string() }));

/**
 * Deletes rows of the edition on screen that are not what a switch put there: then they are known to
 * be missing, and the next sync makes them anew, from texts that are here where it can.
 */
export async function dropUnreadable(db: HandrailDatabase, lang: LanguageTag): Promise<void> {
	if (isReadOnly(db) || !(await readTrust(db))?.installed) return;
	await writeContent(db, async (tx) => {
		const version = (await tx.objectStore('trust').get('state'))?.installed?.version;
		if (version === undefined) return;
		const listing = await dropUnless(tx.objectStore('listings'), [version, lang], Row);
		const documents = await dropUnless(tx.objectStore('search'), [version, lang], Documents);
		await dropUnless(tx.objectStore('editions'), version, Edition);
		// one article that nobody finds any more
		if (listing && documents && documents.length !== listing.cards.length) {
			await tx.objectStore('search').delete([version, lang]);
		}
	});
}

interface Rows<Key> {
	readonly get: (key: Key) => Promise<unknown>;
	readonly delete: (key: Key) => Promise<void>;
}

/** The row, or `undefined` where there is none any more. */
async function dropUnless<Key, S extends v.GenericSchema>(
	rows: Rows<Key>,
	key: Key,
	schema: S
): Promise<v.InferOutput<S> | undefined> {
	const row = v.safeParse(schema, await rows.get(key));
	if (row.success) return row.output;
	await rows.delete(key);
}
