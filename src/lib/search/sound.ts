/** Letters of every alphabet by what they sound like, as far as people who type in Latin tell them apart. */
const SOUNDS: Readonly<Record<string, string>> = {
	a: 'aаяاঅআা',
	i: 'eiyеэиыіїєйيئইঈএঐিীেৈ',
	u: 'ouwоуюўوؤউঊওঔুূোৌ',
	b: 'bvбвبবভ',
	p: 'pпپপ',
	f: 'fфفফ',
	t: 'tтتطٹটঠতথৎ',
	d: 'dдدضڈডঢদধ',
	k: 'kqкқكقخকখ',
	g: 'gгґғغگগঘ',
	h: 'hхҳحهহ',
	s: 'sсшщцسشصثশষস',
	z: 'zjзжزذظجژজঝয',
	c: 'чچচছ',
	r: 'rрرڑরৃ',
	l: 'lлلল',
	m: 'mмمম',
	n: 'nнنঙঞণনং'
};
const SOUND_OF = new Map(
	Object.entries(SOUNDS).flatMap(([sound, letters]) =>
		Array.from(letters, (letter) => [letter, sound] as const)
	)
);

/** Several letters that are one sound, in this order; and digits that stand for letters of Arabic. */
const TOGETHER: readonly (readonly [RegExp, string])[] = [
	[/য়|্য/g, ''],
	[/[ডঢ]়/g, 'র'],
	[/^(?:و|ওয?)|^w/, 'b'],
	[/7/g, 'h'],
	[/5/g, 'k'],
	[/6/g, 't'],
	[/sh|ts/g, 's'],
	[/c?ch/g, 'ч'],
	[/zh/g, 'z'],
	[/ph/g, 'f'],
	[/ck/g, 'k'],
	[/x/g, 'ks'],
	[/c(?=[eiy])/g, 's'],
	[/c/g, 'k'],
	[/ng/g, 'n']
];
/** Breathed letters of Urdu and Bengali, and an ending that is not heard. */
const UNHEARD = /([bpdtgkzc])h|h$/g;
const VOWELS = /[aiu]/g;
const LETTER = /\p{L}/u;
/** With fewer consonants the vowels count, as far as the alphabet writes them. */
const ENOUGH = 3;

/**
 * How a folded word sounds, so that `wakil` finds وكيل and `шелтер` finds `shelter`: its consonants,
 * since Arabic writes few vowels, or the whole of a short word. Empty where that says too little.
 */
export function toSound(word: string): string {
	if (!LETTER.test(word)) return '';
	const heard = TOGETHER.reduce((text, [from, to]) => text.replace(from, to), word);
	const sounds = Array.from(heard, (letter) => SOUND_OF.get(letter) ?? '')
		.join('')
		.replace(UNHEARD, '$1')
		.replace(/(.)\1+/g, '$1');
	const consonants = sounds.replace(VOWELS, '').replace(/(.)\1+/g, '$1');
	if (consonants.length >= ENOUGH) return consonants;
	return sounds.length >= ENOUGH ? sounds : '';
}
