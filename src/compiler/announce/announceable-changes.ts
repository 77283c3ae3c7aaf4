import { instantMs } from '#lib/edition/dates.ts';
import { DAY_MS } from '#lib/edition/durations.ts';
import type { Edition } from '#lib/edition/edition.ts';
import type { Severity } from '#lib/push/notice.ts';
import type { Published } from '../publish/read-published.ts';
import { readEditions } from './read-editions.ts';

export type ChangeEntry = Edition['changes'][number];

/** An edition is corrected in the first days, and then announced: its notes are still news. */
const NEWS_DAYS = 7;

/**
 * The change notes of this edition that are major, ask to be told, and came within the last week. The
 * editions of the folder say which were there before.
 */
export function announceableChanges({ edition }: Published, out: string): readonly ChangeEntry[] {
	const { issued, changes } = edition.content;
	const since = instantMs(issued) - NEWS_DAYS * DAY_MS;
	const known = new Set(
		readEditions(out)
			.filter((it) => instantMs(it.edition.issued) < since)
			.flatMap((it) => it.edition.changes.map(({ slug }) => slug))
	);
	return changes.filter(
		({ slug, importance, notify }) =>
			!known.has(slug) && importance === 'major' && notify !== 'none'
	);
}

/** Whether these may be told so: "critical" is for notes that two people marked as such. */
export const mayAnnounce = (news: readonly ChangeEntry[], severity: Severity): boolean =>
	news.some(({ notify }) => severity === 'routine' || notify === 'critical');
