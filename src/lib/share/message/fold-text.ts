/** White space. Not `\s`, which includes the zero-width U+FEFF: invisible characters must not be ignored. */
const SPACE = /\p{White_Space}+/gu;
const DOUBLE = /[“”„‟«»「」『』]/g;
const SINGLE = /[‘’‚‛‹›]/g;

/**
 * Removes the differences that chat apps may introduce without changing what a text says: Unicode
 * normalization (NFC), white space, and the style of quotation marks. Everything else stays: case,
 * digits, look-alike letters, bidi and zero-width controls.
 */
export const foldText = (text: string): string =>
	text.normalize('NFC').replace(DOUBLE, '"').replace(SINGLE, "'").replace(SPACE, ' ').trim();
