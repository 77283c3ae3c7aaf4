/**
 * Reads JSON that has one reading only: what it says, written anew, is the same text. So no key stands
 * twice in an object, of which one reader takes the first and another the last, and there is no space,
 * byte order mark or line feed around it. Throws on all else, as `JSON.parse` does.
 */
export function parsePlainJson(text: string): unknown {
	const json: unknown = JSON.parse(text);
	if (JSON.stringify(json) !== text) throw new SyntaxError('JSON that can be read in two ways');
	return json;
}
