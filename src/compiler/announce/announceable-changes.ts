import { instantMs } from '#lib/edition/dates.ts';
import { DAY_MS } from '#lib/edition/durations.ts';
import type { Edition } from '#lib/edition/edition.ts';
import type { Severity } from '#lib/push/notice.ts';
import type { Published } from '../publish/read-published.ts';
import { readEditions } from '../publish/read-editions.ts';

export type ChangeEntry = Edition['changes'][number];

/** How long a change note may be announced: an edition may be corrected before it is announced. */
const MAX_NOTE_AGE_DAYS = 7;

/**
 * The change notes of this edition that are major, ask to be told, and came within the last week. The
 * editions of the folder say which were there before.
 */
export function announceableChanges({ edition }: Published, out: string): readonly ChangeEntry[] {
	const { issued, changes } = edition.content;
	const since = instantMs(issued) - MAX_NOTE_AGE_DAYS * DAY_MS;
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

/** Whether these notes allow this severity: "critical" needs a note that asks for it. */
export const mayAnnounce = (changes: readonly ChangeEntry[], severity: Severity): boolean =>
	changes.some(({ notify }) => severity === 'routine' || notify === 'critical');
