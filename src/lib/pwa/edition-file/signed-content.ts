import { isArticleId } from '#lib/edition/card.ts';
import type { Edition } from '#lib/edition/edition.ts';
import { openHandrailDatabase, type HandrailDatabase } from '#lib/storage/database/database.ts';
import { toStorageCode } from '#lib/storage/database/storage-error.ts';
import { readTrust } from '#lib/storage/stores/trust-store.ts';
import type { EditionFile } from './import-edition-file.ts';
import { membersInFile, verifyEditionFile } from './verify-edition-file.ts';

/** What a file's page ought to show: the texts in it that the publisher signed, and their edition. */
export interface SignedContent {
	readonly edition: Edition;
	/** The articles, each as it stands in a pack. */
	readonly lines: readonly string[];
}

/**
 * The signed articles of a file that was opened: all of its language, or its one. `undefined` where
 * one of them is missing or was altered, for then no page can show what was signed.
 */
export async function readSignedContent(
	file: EditionFile,
	database?: string
): Promise<SignedContent | undefined> {
	let db: HandrailDatabase | undefined;
	try {
		db = await openHandrailDatabase(database);
		const root = (await readTrust(db))?.root;
		const genuine = root && (await verifyEditionFile(root, file));
		if (!genuine?.ok) return undefined;
		const { members, isWhole } = await membersInFile(genuine.value, file, file.lang);
		const { article } = file;
		const articles = members.filter(({ id }) =>
			article === undefined ? isArticleId(id) : id === article
		);
		const isComplete = article === undefined ? isWhole : articles.length === 1;
		if (!isComplete) return undefined;
		return { edition: genuine.value.edition, lines: articles.map(({ text }) => text) };
	} catch (error) {
		if (toStorageCode(error)) return undefined;
		throw error;
	} finally {
		db?.close();
	}
}
