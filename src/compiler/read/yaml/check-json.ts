import type { Diagnostic } from '../../base/diagnostic.ts';

/**
 * Finds the first place where a file is not valid JSON. The YAML parser would accept more (comments,
 * bare words, trailing commas), but other tools read these files, too.
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

/** The line that the message names; where it names none, the first line that brings the error about. */
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
