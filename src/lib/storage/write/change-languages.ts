import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { fail, ok, type Result } from '#lib/edition/result.ts';
import type { Numbered } from '#lib/trust/is-rollback.ts';
import type { HandrailDatabase, ListingRow } from '../database/database.ts';
import { writeContent } from '../database/transaction.ts';
import { areWhole, deleteLanguage, putListings } from '../stores/listing-store.ts';
import { readOnScreen } from '../stores/trust-store.ts';
import { collectGarbage } from './collect-garbage.ts';

/**
 * Adds a language to the edition on screen. Refused with `conflict` if another edition is on screen
 * by now.
 */
export async function addLanguage(
	db: HandrailDatabase,
	{ version, sha256 }: Numbered,
	listing: ListingRow
): Promise<Result<{ version: number }, 'conflict' | 'incomplete'>> {
	return writeContent(db, async (tx) => {
		const { installed } = await readOnScreen(tx);
		const isSame = installed?.version === version && installed.sha256 === sha256;
		if (!isSame) return fail('conflict');
		if (!(await areWhole(tx, [listing]))) return fail('incomplete');
		await putListings(tx, version, [listing]);
		return ok({ version });
	});
}

/** Removes one language from the phone, in every edition. Texts that other languages need stay. */
export async function removeLanguage(db: HandrailDatabase, lang: LanguageTag): Promise<void> {
	await writeContent(db, async (tx) => {
		await deleteLanguage(tx, lang);
	});
	await collectGarbage(db, new Set());
}
