/** What people, chat apps and mail programs add to a text, or change in all of it, without changing a word. */
export type Wrapping = 'capitals' | 'quotes' | 'forwarded' | 'sender' | 'marks' | 'one-line';

export interface UnwrappedText {
	readonly text: string;
	readonly wrappings: readonly Wrapping[];
}

/** "Forwarded", alone on its line, as chat apps write it above a message. With more words it is a sentence. */
const FORWARDED =
	/^[\s*_-]*(fwd|forwarded( message| many times)?|reenviado( muchas veces)?|mensaje reenviado)[\s*_:-]*$/i;
/** `[11/24/26, 9:15:02 AM] Ana: ` and `24/11/26, 9:15 - Ana: `, as WhatsApp copies a message. */
const SENDER =
	/^\[?\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d{2}(:\d{2})?([ \u202f]?[AaPp]\.?[ \u202f]?[Mm]\.?)?(\] | - )[\p{L}\p{N} .+'-]{1,30}: /u;
const QUOTE = /^[ \t]*(>[ \t]?)+/;
/** Marks for bold and italic. The tilde is not one of them, because it strikes words out. */
const MARKS = /[*_]+/g;
const WORD = /[\p{L}\p{N}]/u;

/**
 * Removes marks at the start or the end of a word. Within a word or a number the sign is part of it: a link
 * with one more of them leads elsewhere.
 */
const withoutMarks = (text: string): string =>
	text.replace(MARKS, (marks, at: number) => {
		const [before, after] = [text[at - 1], text[at + marks.length]];
		return WORD.test(before ?? '') && WORD.test(after ?? '') ? marks : '';
	});

/** Removes what was added around a text. Words, digits, signs and invisible characters stay. */
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

/** Whether a text is all in capitals, except perhaps its link. */
export function isInCapitals(text: string): boolean {
	const words = text.replace(ADDRESS, '');
	return /\p{Lu}/u.test(words) && !/\p{Ll}/u.test(words);
}
