import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { collectGarbage } from './collect-garbage.ts';
import type { HandrailDatabase } from '../database/database.ts';
import { writeContent } from '../database/transaction.ts';

/** Takes one language off the phone, of every edition that is kept. What others need stays. */
export async function removeLanguage(db: HandrailDatabase, lang: LanguageTag): Promise<void> {
	await writeContent(db, async (tx) => {
		const store = tx.objectStore('listings');
		const keys = await store.getAllKeys();
		await Promise.all(keys.filter(([, tag]) => tag === lang).map((key) => store.delete(key)));
	});
	await collectGarbage(db, new Set());
}
