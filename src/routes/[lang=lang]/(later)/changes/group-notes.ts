import type { ChangeNote } from '#lib/edition/article.ts';
import { AUDIENCES, type Audience } from '#lib/edition/vocabulary.ts';
import { ROLE_AUDIENCES } from '#lib/reader/state/roles.ts';
import { audienceKeys, type PlainKey } from '#lib/reader/text/message-keys.ts';

/** Whom a group of change notes is for. The roles of a school are one group. */
export type NoteGroup = 'everyone' | 'schools' | Audience;

export interface GroupedNotes {
	readonly group: NoteGroup;
	readonly notes: readonly ChangeNote[];
	/** Notes that are shown in another group and concern this one, too. */
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
 * Groups change notes. With a role, gives one group with the notes that concern it; all roles of a school
 * share a group, because the home page only knows "School". Without a role, gives every note once, in the
 * group of its first audience. The order of the notes stays, and no group is empty.
 */
export function groupNotes(
	notes: readonly ChangeNote[],
	role: Audience | undefined
): readonly GroupedNotes[] {
	if (role) {
		const group = groupOf(role);
		const members = group === 'schools' ? SCHOOL : [role];
		const own = notes.filter(
			({ audiences }) => audiences.length === 0 || members.some((it) => audiences.includes(it))
		);
		return own.length > 0 ? [{ group, notes: own, also: [] }] : [];
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
