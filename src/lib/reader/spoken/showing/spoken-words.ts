/** Matches quotation marks around words to be said aloud, in the scripts of our languages. */
const QUOTED = /^([^"“„«「]*)["“„«「](.+)["”“»」]([.。।۔]?)$/su;

/**
 * Takes the words to show out of a line such as `If true: "I fear going back."`: those in quotation
 * marks. `condition` is what the line says before them, which is only for the reader.
 */
export function spokenWords(html: string): { words: string; condition?: string } {
	const line = html.replaceAll('&quot;', '"').trim();
	const [, before = '', words] = QUOTED.exec(line) ?? [];
	// there are several quotations, and none of them is the whole line
	if (words === undefined || /["“”„«»「」]/u.test(words)) return { words: line };
	const condition = before.trim();
	return condition === '' ? { words } : { words, condition };
}
