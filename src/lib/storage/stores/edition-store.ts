import * as v from 'valibot';
import { Edition } from '#lib/edition/edition.ts';
import type { HandrailDatabase, StoredEdition } from '../database/database.ts';
import type { TxWith } from '../database/transaction.ts';
import { readOnScreen } from './trust-store.ts';

const Row = v.object({ ...Edition.entries, readWith: v.optional(v.number()) });

/** An edition that is kept here. `undefined` where it is not, or is damaged. */
export async function readEdition(
	tx: TxWith<'editions'>,
	version: number | undefined
): Promise<StoredEdition | undefined> {
	if (version === undefined) return undefined;
	const row = v.safeParse(Row, await tx.objectStore('editions').get(version));
	return row.success ? row.output : undefined;
}

/** The edition on screen. `onUnreadable` is called where there is one, and it cannot be read. */
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
