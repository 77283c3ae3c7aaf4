/** What chats and mail programs put around a text, or do to all of it, without changing a word. */
export type Wrapping = 'capitals' | 'quotes' | 'forwarded' | 'sender' | 'marks' | 'one-line';

export interface UnwrappedText {
	readonly text: string;
	readonly wrappings: readonly Wrapping[];
}

/** Alone on its line, as a chat writes it above a message; with more words it is somebody's sentence. */
const FORWARDED =
	/^[\s*_-]*(fwd|forwarded( message| many times)?|reenviado( muchas veces)?|mensaje reenviado)[\s*_:-]*$/i;
/** `[11/24/26, 9:15:02 AM] Ana: ` and `24/11/26, 9:15 - Ana: `, as WhatsApp copies a message. */
const SENDER =
	/^\[?\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d{2}(:\d{2})?([ \u202f]?[AaPp]\.?[ \u202f]?[Mm]\.?)?(\] | - )[\p{L}\p{N} .+'-]{1,30}: /u;
const QUOTE = /^[ \t]*(>[ \t]?)+/;
/** Bold and italic. A tilde is not among them: it strikes words out. */
const MARKS = /[*_]+/g;
const WORD = /[\p{L}\p{N}]/u;

/**
 * They begin or end at an end of a word. Within a word or a number the sign is a part of it: a link with
 * one more leads elsewhere.
 */
const withoutMarks = (text: string): string =>
	text.replace(MARKS, (marks, at: number) => {
		const [before, after] = [text[at - 1], text[at + marks.length]];
		return WORD.test(before ?? '') && WORD.test(after ?? '') ? marks : '';
	});

/** Takes off what stands around a text. Words, digits, signs and what cannot be seen stay. */
export function unwrapText(text: string): UnwrappedText {
	const wrappings = new Set<Wrapping>();
	const without = (from: string, pattern: RegExp, wrapping: Wrapping): string => {
		const left = from.replace(pattern, '');
		if (left !== from) wrappings.add(wrapping);
		return left;
	};
	const lines = text.split(/\r\n|[\n\r]/).map((line) => without(line, QUOTE, 'quotes'));
	while (lines[0] !== undefined && (lines[0].trim() === '' || FORWARDED.test(lines[0]))) {
		if (lines.shift()?.trim()) wrappings.add('forwarded');
	}
	const [first = '', ...rest] = lines;
	const own = [without(first, SENDER, 'sender'), ...rest].join('\n');
	const unmarked = withoutMarks(own);
	if (unmarked !== own) wrappings.add('marks');
	return { text: unmarked, wrappings: [...wrappings] };
}

const ADDRESS = /https?:\/\/\S+/gi;

/** Whether somebody wrote all of it in capitals. A link may have stayed as it was. */
export function isInCapitals(text: string): boolean {
	const words = text.replace(ADDRESS, '');
	return /\p{Lu}/u.test(words) && !/\p{Ll}/u.test(words);
}
