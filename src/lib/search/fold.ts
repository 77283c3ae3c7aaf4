/** Accents of Latin, Greek and Cyrillic, and what Arabic and Urdu are mostly written without. */
const ACCENTS = /[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0640\u0621\u200c-\u200f]/g;
/** Letters that no decomposition takes apart, and letters of Urdu that Arabic writes otherwise. */
const LETTERS: Readonly<Record<string, string>> = {
	...{ ł: 'l', đ: 'd', ø: 'o', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', ґ: 'г' },
	...{ ى: 'ي', ی: 'ي', ے: 'ي', ک: 'ك', ہ: 'ه', ھ: 'ه', ة: 'ه', ۃ: 'ه', ں: 'ن', ٱ: 'ا' }
};
const ODD_LETTERS = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');
/** Digits of Arabic, Urdu and Bengali: phone numbers are typed with them. */
const DIGITS = /[٠-٩۰-۹০-৯]/g;
const FIRST_BENGALI_DIGIT = 0x9e6;
const APOSTROPHES = /['’‘ʻʼ`´′]/g;
const PLAIN = /^[a-z0-9]*$/;

/** A word as it is compared: lower case, without accents, with one letter for each sound that has several. */
export function fold(word: string): string {
	const lower = word.toLowerCase();
	if (PLAIN.test(lower)) return lower;
	return (
		lower
			.replace(APOSTROPHES, '')
			.normalize('NFKD')
			.replace(ACCENTS, '')
			// or a Korean syllable would stay in its letters
			.normalize('NFC')
			.replace(ODD_LETTERS, (letter) => LETTERS[letter] ?? letter)
			.replace(DIGITS, toLatinDigit)
	);
}

/** The last four bits of an Arabic or Urdu digit are its value. Bengali begins at six. */
function toLatinDigit(digit: string): string {
	const code = digit.charCodeAt(0);
	return String((code >= FIRST_BENGALI_DIGIT ? code - FIRST_BENGALI_DIGIT : code) & 15);
}
