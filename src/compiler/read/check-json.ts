import type { Diagnostic } from '../base/diagnostic.ts';

/**
 * What makes a file no JSON, in the first place where it is none. YAML would read more: a remark, a bare
 * word, a comma too many. But other tools read these files, too.
 */
export function checkJson(name: string, text: string): Diagnostic[] {
	const error = errorOf(text);
	if (error === undefined) return [];
	const [problem = ''] = error.split(/ in JSON at position|, (?:\.\.\.)?"/);
	return [
		{ file: name, line: lineOf(error, text), problem: `not JSON: ${problem}`, remedy: REMEDY }
	];
}

const REMEDY =
	'Look for a missing or superfluous comma, quote or bracket on this line or the one above.';

function errorOf(text: string): string | undefined {
	try {
		JSON.parse(text);
		return undefined;
	} catch (error) {
		return (error as SyntaxError).message;
	}
}

/** As the error says; or the first line with which it is said, because not every error says where. */
function lineOf(error: string, text: string): number {
	const said = /\(line (\d+) column \d+\)/.exec(error)?.[1];
	if (said !== undefined) return Number(said);
	const lines = text.trimEnd().split('\n');
	const [token = ''] = error.split(', ');
	let [least, most] = [1, lines.length];
	while (least < most) {
		const middle = Math.floor((least + most) / 2);
		const isSaid = errorOf(lines.slice(0, middle).join('\n'))?.startsWith(token) === true;
		if (isSaid) most = middle;
		else least = middle + 1;
	}
	return least;
}
