/** Numbers and addresses are taken in at a glance: each counts as one syllable. */
const HAS_DIGIT = /\p{N}/u;

/** Said letter by letter: two to five capitals that are no word, such as DHS. */
const INITIALS = /^\p{Lu}{2,5}s?$/u;
const SPOKEN_AS_WORDS: ReadonlySet<string> = new Set(['ICE', 'DACA']);

/** Syllables by the rules that both languages share; `undefined` where none of them applies. */
function shared(word: string): number | undefined {
	if (HAS_DIGIT.test(word)) return 1;
	if (INITIALS.test(word) && !SPOKEN_AS_WORDS.has(word)) return word.replace(/s$/, '').length;
	return undefined;
}

/**
 * Syllables of an English word by the usual rule of thumb: groups of vowels, less silent letters,
 * more where two vowels are said apart. It is off by one now and then, in both directions.
 */
export function englishSyllables(source: string): number {
	const known = shared(source.replaceAll(/[^\p{L}\p{N}]/gu, ''));
	if (known !== undefined) return known;
	const parts = source.toLowerCase().split('-');
	return parts.map(englishPart).reduce((sum, count) => sum + count, 0) || 1;
}

/** First elements of compounds whose last letter is silent: someone, safety. */
const SILENT_E =
	/^(some|safe|home|case|time|life|side|where|there|here|fire|police)(?=[^aeiouyrsd])/;

/** Two vowels in a row that make two syllables. */
const APART: readonly RegExp[] = [
	/(?<![cgstx])i[ao]|[ct]iat/g, // media, serious, associate; not: nation, social
	/(?<![cgst])ie[nt]|iety|^scie/g, // client, diet, society; not: patient
	/(?<!p)eo(?!u)|eum|[dr]ea$|creat(?!u)|react/g, // video, museum, area, create; not: people
	/(?<![qg])ua(?!d|si)/g, // actual; not: quarter, persuade
	/(?<=[aeiouy])ing/g // being, saying
];

function englishPart(part: string): number {
	const isContracted = /[sd]n['’]t$/.test(part); // didn't; not: don't
	const letters = part.replace(/['’].*$/, '').replaceAll(/[^a-z]/g, '');
	if (letters === '') return 0;
	const spoken = letters
		.replace(/^every/, 'evry')
		.replace(/^business/, 'bisness')
		.replace(/^some(?=one)/, 'som')
		.replace(SILENT_E, (first) => first.replace(/e$/, ''))
		// statement, stopped, makes, make; but not: wanted, agencies, table
		.replace(/(?<=[^aeiouy])e(?=(ment|less|ful|ly|ness)s?$)/, '')
		.replace(/(?<![aeiouytd])ed$/, 'd')
		.replace(/(?<=[^aeiouylscgxz]|[aeiouy]l)es$/, 's')
		.replace(/(?<=[^aeiouyl]|[aeiouy]l)e$/, '');
	const groups = spoken.match(/[aeiouy]+/g)?.length ?? 0;
	const apart = APART.map((pattern) => spoken.match(pattern)?.length ?? 0);
	const more = apart.reduce((sum, count) => sum + count, isContracted ? 1 : 0);
	return Math.max(1, groups) + more;
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
		const full = [...run].filter(
			(vowel) => STRONG.includes(vowel) || ACCENTED_WEAK.includes(vowel)
		);
		return Math.max(1, full.length);
	});
	return nuclei.reduce((sum, count) => sum + count, 0) || 1;
}
