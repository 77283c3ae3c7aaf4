import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { isReadOnly, type HandrailDatabase } from '../database/database.ts';
import { writeContent } from '../database/transaction.ts';

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
