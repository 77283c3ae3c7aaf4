/** What a text says as JSON; `undefined` where it is none, which no schema fits. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		// damaged, cut, or a page in the place of a file: whoever parses what it says refuses it
		return undefined;
	}
}
