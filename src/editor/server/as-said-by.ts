import type { Editor } from '../core/contract/drafts.ts';

/**
 * An input in which whoever is signed in stands wherever it names who writes or approves. Alone, it is
 * what was sent: nobody else can ask.
 */
export function asSaidBy<Input>(input: Input, editor: Editor | undefined): Input {
	if (!editor || typeof input !== 'object' || input === null) return input;
	const { name, role } = editor;
	const by = 'by' in input && (typeof input.by === 'string' ? name : editor);
	const isApproval = 'name' in input && 'role' in input && 'revision' in input;
	return { ...input, ...(by && { by }), ...(isApproval && { name, role }) };
}
