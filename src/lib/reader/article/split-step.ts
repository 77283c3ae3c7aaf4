/** The end of a sentence, in the scripts of our languages, with a quotation mark that may close it. */
const SENTENCE_END = /^([^<>]*?(?:[.!?؟۔।]["”’»)]?(?=\s)|[。！？][」』”]?))\s*(?=\S)/u;

/**
 * A step in two: what to do, and the rest of it. One of a single sentence has no rest, and nor has one
 * whose first sentence holds markup, which must not be cut.
 */
export function splitStep(html: string): readonly [string, string?] {
	const [whole, first] = SENTENCE_END.exec(html) ?? [];
	if (whole === undefined || first === undefined) return [html];
	return [first, html.slice(whole.length)];
}
