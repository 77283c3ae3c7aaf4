import { isTranslator, personOf } from './approvals.ts';
import type { LastAuthors } from './last-authors.ts';
import type { Approval, Translation } from '../read/front-matter.ts';

/** Why somebody may not approve a text. */
export type ApprovalRefusal = 'approved-already' | 'translator' | 'last-author';

interface Approved {
	readonly approvedBy: readonly Approval[];
	readonly translation?: Translation | undefined;
}

/** Two people approve a text, neither of whom wrote it last or translated it. */
export function approvalRefusal(
	name: string,
	hash: string,
	{ approvedBy, translation }: Approved,
	authors: LastAuthors
): ApprovalRefusal | undefined {
	const isSame = (other: string): boolean => personOf(other) === personOf(name);
	if (approvedBy.some((it) => it.hash === hash && isSame(it.name))) return 'approved-already';
	if (isTranslator(name, translation)) return 'translator';
	return 'names' in authors && authors.names.some(isSame) ? 'last-author' : undefined;
}
