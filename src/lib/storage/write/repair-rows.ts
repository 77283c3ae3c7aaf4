import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { isReadOnly, type HandrailDatabase } from '../database/database.ts';
import { writeContent } from '../database/transaction.ts';
import { deleteBlobs } from '../stores/blob-store.ts';
import { dropUnreadableEdition } from '../stores/edition-store.ts';
import { dropUnreadableListing, noteChecked } from '../stores/listing-store.ts';
import { readOnScreen } from '../stores/trust-store.ts';

/**
 * Deletes rows of the edition on screen that are not as a switch writes them. The next sync makes
 * them again, as far as possible from texts that are on the phone.
 */
export async function dropUnreadable(db: HandrailDatabase, lang: LanguageTag): Promise<void> {
	if (isReadOnly(db) || !(await readOnScreen(db.transaction('trust'))).installed) return;
	await writeContent(db, async (tx) => {
		const version = (await readOnScreen(tx)).installed?.version;
		if (version === undefined) return;
		await dropUnreadableListing(tx, version, lang);
		await dropUnreadableEdition(tx, version);
	});
}

export interface Check {
	readonly version: number;
	readonly lang: LanguageTag;
	/** An instant. */
	readonly checkedAt: string;
	/** Hashes of texts that are damaged. */
	readonly damaged: readonly string[];
}

/**
 * Notes that every hash was compared, and deletes the damaged texts, so that the next sync fetches
 * them again.
 */
export async function recordCheck(
	db: HandrailDatabase,
	{ version, lang, checkedAt, damaged }: Check
): Promise<void> {
	if (isReadOnly(db)) return;
	await writeContent(db, async (tx) => {
		await deleteBlobs(tx, damaged);
		await noteChecked(tx, version, lang, checkedAt);
	});
}
