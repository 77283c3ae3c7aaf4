import { fail, ok, type Result } from '#lib/edition/result.ts';
import { approvalRefusal } from '../../../compiler/approvals/approval-refusal.ts';
import { verifyProof } from '../../../compiler/approvals/verify-proof.ts';
import { writeApprovals } from '../../../compiler/approvals/write-approvals.ts';
import { approvalHash } from '../../../compiler/read/approval-hash.ts';
import type { Approval } from '../../../compiler/read/front-matter.ts';
import type { ApprovalRefusal, PasskeyProof } from '../contract/approvals.ts';
import type { ApprovedText } from './approval-state.ts';

interface Person {
	readonly name: string;
	readonly role: string;
	readonly on: string;
	readonly proof?: PasskeyProof | undefined;
}

/** The text of a file with one approval more, and without those that an edit made void. */
export function withApproval(
	{
		text,
		english,
		approvedBy,
		translation,
		authors,
		approvers
	}: Omit<ApprovedText, 'textWithHash'>,
	{ name, role, on, proof }: Person
): Result<string, ApprovalRefusal> {
	const hash = approvalHash(text, english);
	const refusal = approvalRefusal(name, hash, { approvedBy, translation }, authors);
	if (refusal) return fail(refusal);
	const approval: Approval = { name, role, on, hash, ...(proof && { proof }) };
	if (verifyProof(approval, approvers) === 'wrong') {
		const keys = approvers.people.flatMap((it) => it.keys);
		const isKnown = keys.some(({ credential }) => credential === proof?.credential);
		return fail(isKnown ? 'wrong-proof' : 'unknown-key');
	}
	const standing = approvedBy.filter((it) => it.hash === hash);
	return ok(writeApprovals(text, [...standing, approval]));
}
