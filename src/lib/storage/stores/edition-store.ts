import * as v from 'valibot';
import { Edition } from '#lib/edition/edition.ts';
import { READS } from '#lib/edition/known.ts';
import type { HandrailDatabase, StoredEdition } from '../database/database.ts';
import type { TxWith, WriteTxWith } from '../database/transaction.ts';
import { readOnScreen } from './trust-store.ts';

const Row = v.object({ ...Edition.entries, readWith: v.optional(v.number()) });

/** Reads an edition. `undefined` if it is not on the phone, or is damaged. */
export async function readEdition(
	tx: TxWith<'editions'>,
	version: number | undefined
): Promise<StoredEdition | undefined> {
	if (version === undefined) return undefined;
	const row = v.safeParse(Row, await tx.objectStore('editions').get(version));
	return row.success ? row.output : undefined;
}

/** Stores an edition, with the `READS` of this app. */
export async function putEdition(tx: WriteTxWith<'editions'>, edition: Edition): Promise<void> {
	await tx.objectStore('editions').put({ ...edition, readWith: READS });
}

/** Deletes an edition that cannot be read, so that the next sync fetches it again. */
export async function dropUnreadableEdition(
	tx: WriteTxWith<'editions'>,
	version: number
): Promise<void> {
	if (!(await readEdition(tx, version))) await tx.objectStore('editions').delete(version);
}

/** Reads the edition on screen. `onUnreadable` is called if there is one, but it cannot be read. */
export async function readInstalledEdition(
	db: HandrailDatabase,
	onUnreadable?: () => void
): Promise<StoredEdition | undefined> {
	const tx = db.transaction(['trust', 'editions']);
	const { installed } = await readOnScreen(tx);
	const edition = await readEdition(tx, installed?.version);
	if (installed && !edition) onUnreadable?.();
	return edition;
}
