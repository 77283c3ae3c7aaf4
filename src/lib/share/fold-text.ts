/** Not `\s`, which has the zero-width U+FEFF in it: what cannot be seen must not pass. */
const SPACE = /\p{White_Space}+/gu;
const DOUBLE = /[“”„‟«»「」『』]/g;
const SINGLE = /[‘’‚‛‹›]/g;

/**
 * What may change in a text on its way without changing what it says: the form of its characters
 * (NFC), white space, and the forms of quotation marks. Nothing else: not case, not digits, not
 * letters that only look alike, not bidi or zero-width controls.
 */
export const foldText = (text: string): string =>
	text.normalize('NFC').replace(DOUBLE, '"').replace(SINGLE, "'").replace(SPACE, ' ').trim();
