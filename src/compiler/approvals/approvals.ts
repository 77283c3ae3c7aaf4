import type { Approval, Translation } from '../read/front-matter.ts';

/** A text that can be approved: an article or a change note, in one language. */
export interface Approvable {
	readonly fields: {
		readonly approvedBy: readonly Approval[];
		readonly translation?: Translation | undefined;
	};
	/** Of the file as it stands; absent where nobody approved it. */
	readonly approvalHash?: string | undefined;
}

/** So many different people approve a text before it is published. */
export const PEOPLE_NEEDED = 2;

/**
 * One person however the name is typed: case, spaces, accents, and what Unicode holds for the same
 * letter do not make a second one.
 */
export const personOf = (name: string): string =>
	name
		.normalize('NFKD')
		.replaceAll(/[\u0300-\u036F\p{Cf}]/gu, '')
		.replaceAll(/\s+/gu, ' ')
		.trim()
		.toLowerCase()
		.normalize('NFC');

/** Those that are for the text as it stands, by somebody who did not translate it. */
export const standingApprovals = ({ fields, approvalHash }: Approvable): Approval[] =>
	fields.approvedBy.filter(
		({ name, hash }) => hash === approvalHash && !isTranslator(name, fields.translation)
	);

/** Those that an edit made void. */
export const voidApprovals = ({ fields, approvalHash }: Approvable): Approval[] =>
	fields.approvedBy.filter(({ hash }) => hash !== approvalHash);

export const isTranslator = (name: string, translation: Translation | undefined): boolean =>
	translation !== undefined && personOf(translation.by) === personOf(name);

/** Whether two different people have approved this very text. */
export const isApproved = (text: Approvable): boolean =>
	new Set(standingApprovals(text).map(({ name }) => personOf(name))).size >= PEOPLE_NEEDED;
