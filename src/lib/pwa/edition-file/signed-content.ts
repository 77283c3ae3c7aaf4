import { isArticleId } from '#lib/edition/card.ts';
import type { EditionFile, SignedContent } from '#lib/phone/edition-files.ts';
import type { OpenDatabase } from '#lib/storage/database/database-opener.ts';
import { toStorageCode } from '#lib/storage/database/storage-error.ts';
import { readTrust } from '#lib/storage/stores/trust-store.ts';
import { membersInFile, verifyEditionFile } from './verify-edition-file.ts';

/**
 * The signed articles of a file that was opened: all of its language, or its one. `undefined` where
 * one of them is missing or was altered, for then no page can show what was signed.
 */
export async function readSignedContent(
	file: EditionFile,
	open: OpenDatabase
): Promise<SignedContent | undefined> {
	try {
		const db = await open();
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
	}
}
