import { isTranslator, peopleMissing } from '../../../compiler/approvals/approvals.ts';
import type { LastAuthors } from '../../../compiler/approvals/last-authors.ts';
import { verifyProof } from '../../../compiler/approvals/verify-proof.ts';
import { approvalHash } from '../../../compiler/read/approval-hash.ts';
import type { Approvers } from '../../../compiler/read/approvers.ts';
import type { Approval, Translation } from '../../../compiler/read/front-matter.ts';
import type { ApprovalRow, ApprovalState } from '../contract/approvals.ts';
import { partChanges } from '../document/document-parts.ts';
import { toDocument } from '../document/to-document.ts';

/** A text that is approved, with what is known about it. */
export interface ApprovedText {
	readonly path: string;
	readonly text: string;
	/** Of a translation. */
	readonly english: string | undefined;
	readonly approvedBy: readonly Approval[];
	readonly translation?: Translation | undefined;
	readonly authors: LastAuthors;
	readonly approvers: Approvers;
	/** An older text of the file, by its hash. */
	readonly textWithHash: (hash: string) => string | undefined;
}

/** Who has approved a text, what an edit made void, and how many are missing. */
export function approvalState(approved: ApprovedText): Omit<ApprovalState, 'provers'> {
	const { path, text, english, approvedBy, translation, authors, approvers } = approved;
	const hash = approvalHash(text, english);
	const rows = approvedBy.map((approval): ApprovalRow => {
		const { name, role, on } = approval;
		const isVoid = approval.hash !== hash || isTranslator(name, translation);
		const row = { name, role, on, proof: verifyProof(approval, approvers) } as const;
		if (!isVoid) return { ...row, state: 'standing' };
		return { ...row, state: 'void', changedSince: changedSince(approval.hash, approved) };
	});
	const standing = rows.filter(({ state, proof }) => state === 'standing' && proof !== 'wrong');
	return {
		path,
		hash,
		rows,
		missing: peopleMissing(standing),
		lastAuthors: 'names' in authors ? authors.names : 'unknown'
	};
}

function changedSince(hash: string, { path, text, textWithHash }: ApprovedText) {
	const old = textWithHash(hash);
	const before = old === undefined ? undefined : toDocument(path, old);
	const after = toDocument(path, text);
	return before && after ? partChanges(before, after) : 'unknown';
}
