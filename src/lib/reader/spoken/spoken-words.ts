/** Marks that open and close what is said aloud, in the scripts of our languages. */
const QUOTED = /^([^"“„«「]*)["“„«「](.+)["”“»」]([.。।۔]?)$/su;

/**
 * The words to show of a line such as `If true: "I fear going back."`: what stands in its quotation
 * marks. `condition`: what the line says before them, to the reader alone.
 */
export function spokenWords(html: string): { words: string; condition?: string } {
	const line = html.replaceAll('&quot;', '"').trim();
	const [, before = '', words] = QUOTED.exec(line) ?? [];
	// several quotations in one line: none of them says it all
	if (words === undefined || /["“”„«»「」]/u.test(words)) return { words: line };
	const condition = before.trim();
	return condition === '' ? { words } : { words, condition };
}
