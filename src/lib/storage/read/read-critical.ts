import { DAY_MS } from '#lib/edition/durations.ts';
import { dayMs } from '#lib/edition/dates.ts';
import type { HandrailDatabase } from '../database/database.ts';

const THIRTY_DAYS_MS = 30 * DAY_MS;

/**
 * Slugs of the critical change notes that the reader has not acknowledged, of the last 30 days. All
 * of those days where the acknowledged edition is not known any more: twice is better than never.
 */
export async function readCritical(db: HandrailDatabase, now: Date): Promise<string[]> {
	const tx = db.transaction(['trust', 'settings', 'editions']);
	const changesOf = async (version: unknown) =>
		typeof version === 'number'
			? ((await tx.objectStore('editions').get(version))?.changes ?? [])
			: [];
	const acknowledged: unknown = await tx.objectStore('settings').get('acknowledgedVersion');
	const state = await tx.objectStore('trust').get('state');
	const known = new Set((await changesOf(acknowledged)).map(({ slug }) => slug));
	return (await changesOf(state?.installed?.version))
		.filter(
			({ slug, notify, date }) =>
				notify === 'critical' &&
				!known.has(slug) &&
				// one whose day cannot be read is not too old to tell
				!(now.getTime() - dayMs(date) >= THIRTY_DAYS_MS)
		)
		.map(({ slug }) => slug);
}
