import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { openHandrailDatabase, type HandrailDatabase } from '#lib/storage/database/database.ts';
import { readEditionFile, type StoredProof } from '#lib/storage/read/read-edition-file.ts';

/**
 * The edition on screen as a file carries it, in one language: all of it, or one article
 * (`guide/school-bus`). `undefined` where it is not whole here, with its proof.
 */
export async function editionFile(
	lang: LanguageTag,
	article?: string
): Promise<StoredProof | undefined> {
	let db: HandrailDatabase | undefined;
	try {
		db = await openHandrailDatabase();
		return await readEditionFile(db, lang, article);
	} catch {
		// storage is denied or blocked: there is nothing to pass on
		return undefined;
	} finally {
		db?.close();
	}
}
