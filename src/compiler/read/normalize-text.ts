import type { Diagnostic } from '../base/diagnostic.ts';
import { inLine, type Fix } from '../base/fix.ts';
import type { SourceFile } from './source-file.ts';

/**
 * Removes what text editors and systems add unasked: a byte order mark, and CR before LF. The rest of
 * the compiler sees plain LF.
 */
export const normalizeText = (text: string): string =>
	text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');

/** Files of languages whose spelling needs the zero-width joiner and non-joiner. */
const JOINERS_ALLOWED = /\/(bn|ur|ar)\.(md|yaml)$/;

/**
 * Reports characters that nobody can see. Texts with them look alike and have different hashes, run in
 * the wrong direction, or hide a word from the checks.
 */
export function checkCharacters({ name, path }: SourceFile, text: string): Diagnostic[] {
	const diagnostics: Diagnostic[] = [];
	text.split('\n').forEach((line, index) => {
		const diagnose = (problem: string, remedy: string, fix: Fix) => {
			diagnostics.push({ file: name, line: index + 1, problem, remedy, fixes: [fix] });
		};
		const composed = line.normalize('NFC');
		if (composed !== line) {
			const remedy = 'Save the text in Unicode form NFC.';
			diagnose(NOT_NFC, remedy, inLine(line, composed, 'normalize'));
		}
		for (const [character] of line.matchAll(INVISIBLE)) {
			const isJoiner = character === '\u200C' || character === '\u200D';
			if (isJoiner && JOINERS_ALLOWED.test(path)) continue;
			const remedy = 'Delete it. Type the line again if you cannot see it.';
			diagnose(describe(character), remedy, inLine(character, '', 'delete'));
		}
	});
	return diagnostics;
}

const NOT_NFC = 'a letter and its accent are two characters (the text is not in Unicode form NFC)';

/** Format characters (bidi, zero width, soft hyphen), odd line ends, control characters but tab. */
const INVISIBLE = /[\p{Cf}\p{Zl}\p{Zp}\u034F]|(?!\t)\p{Cc}/gu;

function describe(character: string): string {
	const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
	const isBidi = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/.test(character);
	const what = isBidi ? 'a hidden control of text direction' : 'a character that cannot be seen';
	return `${what} (${code})`;
}
