import { approvalHash } from '../../../compiler/read/approval-hash.ts';

/** Whether two texts say the same, whoever approved them: approvals and layout do not count. */
export const isSameText = (a: string | null | undefined, b: string): boolean =>
	hashOf(a) !== undefined && hashOf(a) === hashOf(b);

/** `undefined` where there is no text, or none that can be read. */
export function hashOf(text: string | null | undefined): string | undefined {
	if (text === null || text === undefined) return undefined;
	try {
		return approvalHash(text);
	} catch {
		// broken YAML is another text than any that is whole
		return undefined;
	}
}
