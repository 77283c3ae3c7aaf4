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

/** How many different people must approve a text before it is published. */
const PEOPLE_NEEDED = 2;

/**
 * A key by which names are compared, so that one person typed in two ways does not count twice: case,
 * spaces, accents and compatible letters of Unicode make no difference.
 */
export const personOf = (name: string): string =>
	name
		.normalize('NFKD')
		.replaceAll(/[\u0300-\u036F\p{Cf}]/gu, '')
		.replaceAll(/\s+/gu, ' ')
		.trim()
		.toLowerCase()
		.normalize('NFC');

/** The approvals that hold: for the text as it is now, by somebody who did not translate it. */
export const standingApprovals = ({ fields, approvalHash }: Approvable): Approval[] =>
	fields.approvedBy.filter(
		({ name, hash }) => hash === approvalHash && !isTranslator(name, fields.translation)
	);

/** The approvals that an edit has made void. */
export const voidApprovals = ({ fields, approvalHash }: Approvable): Approval[] =>
	fields.approvedBy.filter(({ hash }) => hash !== approvalHash);

export const isTranslator = (name: string, translation: Translation | undefined): boolean =>
	translation !== undefined && personOf(translation.by) === personOf(name);

/** How many more people must approve a text that these have approved. */
export const peopleMissing = (standing: readonly { readonly name: string }[]): number =>
	Math.max(0, PEOPLE_NEEDED - new Set(standing.map(({ name }) => personOf(name))).size);

/** Whether two different people have approved this very text. */
export const isApproved = (text: Approvable): boolean =>
	peopleMissing(standingApprovals(text)) === 0;
