import { compareEditions, type ArticleChange } from '#lib/edition/compare-editions.ts';
import { dayMs } from '#lib/edition/dates.ts';
import { DAY_MS } from '#lib/edition/durations.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { HandrailDatabase } from '../database/database.ts';
import { readEdition } from '../stores/edition-store.ts';
import { readListing } from '../stores/listing-store.ts';
import { readSetting } from '../stores/settings-store.ts';
import { readOnScreen } from '../stores/trust-store.ts';

/**
 * The changes since the edition that was on screen when the reader last opened the list of changes.
 * Empty if that edition is no longer known, or if the language is not on the phone.
 */
export async function readChanges(
	db: HandrailDatabase,
	lang: LanguageTag
): Promise<ArticleChange[]> {
	const tx = db.transaction(['trust', 'settings', 'editions', 'listings']);
	const snapshot = async (version: number | undefined) => {
		const edition = await readEdition(tx, version);
		return edition && { edition, cards: (await readListing(tx, edition.version, lang))?.cards };
	};
	const { installed } = await readOnScreen(tx);
	const seen = await readSetting(tx, 'seenVersion');
	const before = await snapshot(seen ?? (await readSetting(tx, 'acknowledgedVersion')));
	const after = await snapshot(installed?.version);
	return before && after ? compareEditions(before, after) : [];
}

const THIRTY_DAYS_MS = 30 * DAY_MS;

/**
 * Slugs of the critical change notes of the last 30 days that the reader has not acknowledged. If
 * the acknowledged edition is no longer known, all of those days count: to be told twice is better
 * than never.
 */
export async function readCritical(db: HandrailDatabase, now: Date): Promise<string[]> {
	const tx = db.transaction(['trust', 'settings', 'editions']);
	const changesOf = async (version: number | undefined) =>
		(await readEdition(tx, version))?.changes ?? [];
	const acknowledged = await changesOf(await readSetting(tx, 'acknowledgedVersion'));
	const known = new Set(acknowledged.map(({ slug }) => slug));
	const { installed } = await readOnScreen(tx);
	return (await changesOf(installed?.version))
		.filter(
			({ slug, notify, date }) =>
				notify === 'critical' &&
				!known.has(slug) &&
				// a note whose day cannot be read counts as recent
				!(now.getTime() - dayMs(date) >= THIRTY_DAYS_MS)
		)
		.map(({ slug }) => slug);
}
