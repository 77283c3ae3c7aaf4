/**
 * The numbers by which laws and orders are called in a text, each in one spelling: "Local Laws 245 and
 * 247 of 2017" is two of them, "Int. 1412-A of 2025" is `int 1412 2025`.
 */
export function lawNames(text: string): Set<string> {
	const plain = text.normalize('NFKC').replaceAll(/\s+/g, ' ');
	const names = new Set<string>();
	for (const { pattern, name } of PATTERNS) {
		for (const match of plain.matchAll(pattern)) {
			for (const found of name(match)) names.add(found);
		}
	}
	return names;
}

interface Pattern {
	readonly pattern: RegExp;
	readonly name: (match: RegExpMatchArray) => readonly string[];
}

/** Numbers in "12, 13 and 14", "12". */
const numbersIn = (text: string): string[] => text.match(/\d+/g) ?? [];

const PATTERNS: readonly Pattern[] = [
	{
		// a number of a President has five digits; mayors and governors begin anew
		pattern: /\bExecutive Orders? (?:No\. ?|Number )?(\d{5}(?:(?:, | and |, and )\d{5})*)/gi,
		name: ([, numbers = '']) => numbersIn(numbers).map((it) => `executive order ${it}`)
	},
	{
		pattern: /\bLocal Laws? (\d+(?:(?:, | and |, and )\d+)*) of (\d{4})/gi,
		name: ([, numbers = '', year = '']) => numbersIn(numbers).map((it) => `local law ${it} ${year}`)
	},
	{
		pattern: /\bInt\.? 0*(\d+)(?:-[A-Z])?(?: of |-)(\d{4})/gi,
		name: ([, number = '', year = '']) => [`int ${number} ${year}`]
	},
	{
		// a session of the Legislature has two years, and is called by the first
		pattern: /\b([SA])\. ?(\d+)(?:-[A-Z])?\b(?=[^()]*\(?(?:of )?(\d{4}))/g,
		name: ([, house = '', number = '', year = '']) => [
			`${house.toLowerCase()}${number} ${String(Number(year) - (1 - (Number(year) % 2)))}`
		]
	},
	{
		pattern: /\bchapter (\d+) of (\d{4})/gi,
		name: ([, number = '', year = '']) => [`chapter ${number} ${year}`]
	},
	{
		pattern: /\bPublic Law (\d+)[-–](\d+)/gi,
		name: ([, congress = '', number = '']) => [`public law ${congress}-${number}`]
	}
];
