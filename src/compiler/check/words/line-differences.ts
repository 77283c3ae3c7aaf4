import { sentencesOf } from '../../text/running-text.ts';

/** Digits, with the separators of thousands left out: 2,916 is 2916. */
const numbersIn = (text: string): string[] =>
	text.replaceAll(/(\d)[,. \u00A0\u202F](?=\d{3}(?!\d))/g, '$1').match(/\d+/g) ?? [];

/** Hours that another language may count to 24. */
const AFTERNOON = /(\d{1,2})(?::\d\d)? ?pm\b/g;

/**
 * Numbers of a line that the other language lacks, and numbers of three digits or more that it adds: a
 * day of the month may be added, and "two" may be 2, but a year, a law or a phone number may not.
 */
export function differentNumbers(
	english: string,
	own: string
): { readonly lost: readonly string[]; readonly added: readonly string[] } {
	const [there, here] = [numbersIn(english), numbersIn(own)];
	const later = [...english.matchAll(AFTERNOON)].map(([, hour = '']) => hour);
	const isHere = (it: string): boolean =>
		here.includes(it) || (later.includes(it) && here.includes(String(Number(it) + 12)));
	return {
		lost: there.filter((it) => !isHere(it)),
		added: here.filter((it) => it.length > 2 && !there.includes(it))
	};
}

/** Abbreviations that have a word in other languages. All others stay as they are. */
const TRANSLATED: ReadonlySet<string> = new Set(['US', 'USA', 'ID', 'AM', 'PM']);

/**
 * Names in capitals (ICE, DHS, A-number aside) that the other language lacks. `translated`: those of the
 * site that other languages have a word for.
 */
export const lostNames = (
	english: string,
	own: string,
	translated: readonly string[] = []
): string[] =>
	(english.match(/\b[A-Z]{2,}\b/g) ?? []).filter(
		(name) => !TRANSLATED.has(name) && !translated.includes(name) && !own.includes(name)
	);

const NEGATION =
	/\b(?:(?:do|does|did|must|may|should|is|are|has|have|was|were) not|cannot|(?:do|does|did|is|are|has|ca|wo)n['’]t|never|nobody)\b/i;

/**
 * English words that say "not" and have nothing of it in the other language. Where both have as many
 * sentences, as many must be negative, in any order; else there must be a negation at all.
 */
export function lostNegation(
	english: string,
	own: string,
	negations: readonly RegExp[]
): string | undefined {
	const isNegative = (text: string): boolean => negations.some((it) => it.test(text));
	const [there, here] = [sentencesOf(english), sentencesOf(own)];
	const found = there.flatMap((sentence) => NEGATION.exec(sentence)?.[0] ?? []);
	const least = there.length === here.length ? found.length : Math.min(found.length, 1);
	return here.filter(isNegative).length < least ? found[0] : undefined;
}
