import type { ChangeNote } from '#lib/edition/article.ts';
import { AUDIENCES, type Audience } from '#lib/edition/vocabulary.ts';
import { ROLE_AUDIENCES } from '#lib/reader/state/roles.ts';
import { audienceKeys, type PlainKey } from '#lib/reader/text/message-keys.ts';

/** Whom a group of change notes is for. The roles of a school are one group. */
export type NoteGroup = 'everyone' | 'schools' | Audience;

export interface GroupedNotes {
	readonly group: NoteGroup;
	readonly notes: readonly ChangeNote[];
	/** Told in another group, and meant for this one, too. */
	readonly also: readonly ChangeNote[];
}

const SCHOOL: readonly Audience[] = ROLE_AUDIENCES.school;

/** Everyone first, then as the roles are listed. */
const GROUPS: readonly NoteGroup[] = [
	'everyone',
	...new Set(AUDIENCES.map((audience) => groupOf(audience)))
];

function groupOf(audience: Audience): NoteGroup {
	return SCHOOL.includes(audience) ? 'schools' : audience;
}

/**
 * The notes that concern a role, in one group that bears its name; without a role all of them, each
 * once, in the group of the first whom it names. The order of the notes stays; no group is empty.
 */
export function groupNotes(
	notes: readonly ChangeNote[],
	role: Audience | undefined
): readonly GroupedNotes[] {
	const isFor = ({ audiences }: ChangeNote, audience: Audience): boolean =>
		audiences.length === 0 || audiences.includes(audience);
	if (role) {
		const own = notes.filter((note) => isFor(note, role));
		return own.length > 0 ? [{ group: role, notes: own, also: [] }] : [];
	}
	const groupsOf = ({ audiences }: ChangeNote): NoteGroup[] =>
		audiences.length === 0 ? ['everyone'] : audiences.map(groupOf);
	return GROUPS.flatMap((group) => {
		const meant = notes.filter((note) => groupsOf(note).includes(group));
		const own = meant.filter((note) => groupsOf(note)[0] === group);
		const also = meant.filter((note) => !own.includes(note));
		return meant.length > 0 ? [{ group, notes: own, also }] : [];
	});
}

export const groupKey = (group: NoteGroup): PlainKey => {
	if (group === 'everyone') return 'changes_everyone';
	return group === 'schools' ? 'changes_schools' : audienceKeys[group];
};
