import { fail, ok, type Result } from '#lib/edition/result.ts';
import type { Numbered } from '#lib/trust/is-rollback.ts';
import type { HandrailDatabase, ListingRow } from '../database/database.ts';
import { areWhole, putListings } from '../stores/listing-rows.ts';
import { writeContent } from '../database/transaction.ts';

/** Adds a language to the edition on screen. Refused if that is no longer the one it is of. */
export async function addLanguage(
	db: HandrailDatabase,
	{ version, sha256 }: Numbered,
	listing: ListingRow
): Promise<Result<{ version: number }, 'conflict' | 'incomplete'>> {
	return writeContent(db, async (tx) => {
		const state = await tx.objectStore('trust').get('state');
		const isSame = state?.installed?.version === version && state.installed.sha256 === sha256;
		if (!isSame) return fail('conflict');
		if (!(await areWhole(tx, [listing]))) return fail('incomplete');
		await putListings(tx, version, [listing]);
		return ok({ version });
	});
}
