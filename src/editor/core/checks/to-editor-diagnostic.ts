import type { Diagnostic } from '../../../compiler/base/diagnostic.ts';
import type { EditorDiagnostic } from '../contract/diagnostics.ts';
import type { SourceDocument } from '../contract/document.ts';
import { fixesFor, type FixContext } from './fixes-for.ts';
import { placeOfLine } from './place-of-line.ts';

/** A problem as the screen shows it: at its field, with what one tap mends. */
export function toEditorDiagnostic(
	{ line, problem, remedy, fixes }: Diagnostic,
	path: string,
	document: SourceDocument | undefined,
	context: FixContext
): EditorDiagnostic {
	const own = { path, line, severity: 'problem', problem, remedy } as const;
	if (!document) return { ...own, fixes: [] };
	const place = placeOfLine(document, line);
	return {
		...own,
		...(place && { place }),
		fixes: fixesFor({ line, ...(fixes && { fixes }) }, document, context)
	};
}
