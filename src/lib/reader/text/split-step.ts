/** The end of a sentence, in the scripts of our languages, with a quotation mark that may close it. */
const SENTENCE_END = /^([^<>]*?(?:[.!?؟۔।]["”’»)]?(?=\s)|[。！？][」』”]?))\s*(?=\S)/u;

/** Whether a text ends inside a quotation, where a step must not be split. */
function isQuoting(text: string): boolean {
	const count = (marks: RegExp): number => text.match(marks)?.length ?? 0;
	return count(/"/g) % 2 > 0 || count(/[“„«「『]/g) > count(/[”»」』]/g);
}

/**
 * Splits a step into its first sentence, what to do, and the rest. There is no rest if the step has only
 * one sentence, or if the first one contains markup, which must not be cut.
 */
export function splitStep(html: string): readonly [string, string?] {
	const [whole, first] = SENTENCE_END.exec(html) ?? [];
	if (whole === undefined || first === undefined || isQuoting(first)) return [html];
	return [first, html.slice(whole.length)];
}
