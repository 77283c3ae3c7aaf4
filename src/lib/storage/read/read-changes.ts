import { compareEditions, type ArticleChange } from '#lib/edition/compare-editions.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { HandrailDatabase } from '../database/database.ts';

/**
 * What changed since the edition that was here when the reader last opened the list of changes.
 * Nothing where that edition is not known any more, or the language is not here.
 */
export async function readChanges(
	db: HandrailDatabase,
	lang: LanguageTag
): Promise<ArticleChange[]> {
	const tx = db.transaction(['trust', 'settings', 'editions', 'listings']);
	const snapshot = async (version: unknown) => {
		if (typeof version !== 'number') return;
		const [edition, row] = await Promise.all([
			tx.objectStore('editions').get(version),
			tx.objectStore('listings').get([version, lang])
		]);
		return edition && { edition, cards: row?.cards };
	};
	const settings = tx.objectStore('settings');
	const state = await tx.objectStore('trust').get('state');
	const seen: unknown = await settings.get('seenVersion');
	const before = await snapshot(seen ?? (await settings.get('acknowledgedVersion')));
	const after = await snapshot(state?.installed?.version);
	return before && after ? compareEditions(before, after) : [];
}
