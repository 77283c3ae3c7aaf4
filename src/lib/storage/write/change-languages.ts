import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { fail, ok, type Result } from '#lib/edition/result.ts';
import type { Numbered } from '#lib/trust/is-rollback.ts';
import type { HandrailDatabase, ListingRow } from '../database/database.ts';
import { writeContent } from '../database/transaction.ts';
import { areWhole, putListings } from '../stores/listing-store.ts';
import { readOnScreen } from '../stores/trust-store.ts';
import { collectGarbage } from './collect-garbage.ts';

/** Adds a language to the edition on screen. Refused if that is no longer the one it is of. */
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

/** Takes one language off the phone, of every edition that is kept. What others need stays. */
export async function removeLanguage(db: HandrailDatabase, lang: LanguageTag): Promise<void> {
	await writeContent(db, async (tx) => {
		const store = tx.objectStore('listings');
		const keys = await store.getAllKeys();
		await Promise.all(keys.filter(([, tag]) => tag === lang).map((key) => store.delete(key)));
	});
	await collectGarbage(db, new Set());
}
