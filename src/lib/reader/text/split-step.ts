/** The end of a sentence, in the scripts of our languages, with a quotation mark that may close it. */
const SENTENCE_END = /^([^<>]*?(?:[.!?؟۔।]["”’»)]?(?=\s)|[。！？][」』”]?))\s*(?=\S)/u;

/** Words in quotation marks that go on: what is to be said is never cut in two. */
function isQuoting(text: string): boolean {
	const count = (marks: RegExp): number => text.match(marks)?.length ?? 0;
	return count(/"/g) % 2 > 0 || count(/[“„«「『]/g) > count(/[”»」』]/g);
}

/**
 * A step in two: what to do, and the rest of it. One of a single sentence has no rest, and nor has one
 * whose first sentence holds markup, which must not be cut.
 */
export function splitStep(html: string): readonly [string, string?] {
	const [whole, first] = SENTENCE_END.exec(html) ?? [];
	if (whole === undefined || first === undefined || isQuoting(first)) return [html];
	return [first, html.slice(whole.length)];
}
