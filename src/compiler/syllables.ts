/** Numbers and addresses are looked at, not spelt out: they count as one. */
const HAS_DIGIT = /\p{N}/u;

/** Said letter by letter: two to five capitals that are no word, such as NYPD. */
const INITIALS = /^\p{Lu}{2,5}s?$/u;
const SPOKEN_AS_WORDS: ReadonlySet<string> = new Set(['ICE', 'DACA']);

/** What both languages have in common: `undefined` leaves the word to the language. */
function shared(word: string): number | undefined {
	if (HAS_DIGIT.test(word)) return 1;
	if (INITIALS.test(word) && !SPOKEN_AS_WORDS.has(word)) return word.replace(/s$/, '').length;
	return undefined;
}

/**
 * Syllables of an English word by the usual rule of thumb: groups of vowels, less a silent ending.
 * Off by one on perhaps one word in ten, in both directions.
 */
export function englishSyllables(source: string): number {
	const known = shared(source.replaceAll(/[^\p{L}\p{N}]/gu, ''));
	if (known !== undefined) return known;
	// compounds and contractions have no vowel groups across their mark
	const parts = source.toLowerCase().split(/-/);
	return parts.map(englishPart).reduce((sum, count) => sum + count, 0) || 1;
}

function englishPart(part: string): number {
	const word = part.replace(/['’](s|d|ll|re|ve|m|t)?$/, '').replaceAll(/[^a-z]/g, '');
	if (word === '') return 0;
	const spoken = word
		// silent: make, makes, stopped, judgement's first e; but not: table, wanted, agencies
		.replace(/(?<=[^aeiouy])e(?=(ment|less|ful|ly|ness)s?$)/, '')
		.replace(/(?<![aeiouytd])ed$/, 'd')
		.replace(/(?<=[^aeiouylscgxz]|[aeiouy]l)es$/, 's')
		.replace(/(?<=[^aeiouyl]|[aeiouy]l)e$/, '');
	const groups = spoken.match(/[aeiouy]+/g) ?? [];
	// two vowels that are said apart: immi-gra-ti-on is not one of them, cre-ate and sci-ence are
	const apart = spoken.match(/(?<![cstg])i[ao](?!us)|(?<![cgst])ie(?=n|t)|eo(?!u)|(?<=[^q])ua(?!r)|[cr]e(?=ate|act)/g) ?? [];
	return Math.max(1, groups.length + apart.length);
}

const STRONG = 'aeoáéó';
const ACCENTED_WEAK = 'íú';

/**
 * Syllables of a Spanish word. The spelling tells: strong vowels and accented weak ones make a
 * syllable each, other weak vowels lean on a neighbour (Real Academia Española, Ortografía, I.3).
 */
export function spanishSyllables(source: string): number {
	const letters = source.replaceAll(/[^\p{L}\p{N}]/gu, '');
	const known = shared(letters);
	if (known !== undefined) return known;

	const word = letters
		.toLowerCase()
		.replaceAll(/qu(?=[eiéí])/g, 'k')
		.replaceAll(/gu(?=[eiéí])/g, 'g')
		.replaceAll(/(?<=[aeiouáéíóú])y$/g, 'i')
		.replace(/^y$/, 'i');
	const runs = word.match(/[aeiouáéíóúü]+/g) ?? [];
	const nuclei = runs.map((run) => {
		const full = [...run].filter((vowel) => STRONG.includes(vowel) || ACCENTED_WEAK.includes(vowel));
		return Math.max(1, full.length);
	});
	return nuclei.reduce((sum, count) => sum + count, 0) || 1;
}
