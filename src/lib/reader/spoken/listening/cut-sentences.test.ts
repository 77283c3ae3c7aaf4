import { afterEach, describe, expect, test, vi } from 'vitest';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { cutSentences } from './cut-sentences.ts';

const cut = (text: string, lang: LanguageTag) =>
	cutSentences(text, lang).map(({ start, end }) => text.slice(start, end));

const TEXTS: [LanguageTag, string, string[]][] = [
	[
		'en',
		'Keep the door closed. You do not have to open.',
		['Keep the door closed.', 'You do not have to open.']
	],
	['zh-Hant', '門不要開。您不必開門！', ['門不要開。', '您不必開門！']],
	['ur', 'دروازہ بند رکھیں۔ کھولنا ضروری نہیں۔', ['دروازہ بند رکھیں۔', 'کھولنا ضروری نہیں۔']],
	['bn', 'দরজা বন্ধ রাখুন। খুলতে আপনি বাধ্য নন।', ['দরজা বন্ধ রাখুন।', 'খুলতে আপনি বাধ্য নন।']],
	['ar', 'من أنتم؟ هل وقّعه قاضٍ؟', ['من أنتم؟', 'هل وقّعه قاضٍ؟']],
	[
		'ht',
		'Kenbe pòt la fèmen. Ou pa oblije louvri.',
		['Kenbe pòt la fèmen.', 'Ou pa oblije louvri.']
	]
];

afterEach(() => {
	vi.unstubAllGlobals();
});

describe('cutSentences', () => {
	test.each(TEXTS)('cuts %s where a sentence ends', (lang, text, sentences) => {
		expect(cut(text, lang)).toEqual(sentences);
	});

	test.each(TEXTS)('cuts %s in a browser that has no segmenter, too', (lang, text, sentences) => {
		const { Segmenter: _, ...rest } = Object.fromEntries(
			Object.getOwnPropertyNames(Intl).map((name) => [name, Intl[name as keyof typeof Intl]])
		);
		vi.stubGlobal('Intl', rest);
		expect('Segmenter' in Intl).toBe(false);
		expect(cut(text, lang)).toEqual(sentences);
	});

	test('a long sentence is said in parts, and no letter of it is lost', () => {
		const long = `${'Say that you want to talk to a lawyer first, '.repeat(9)}and wait.`;
		const parts = cut(long, 'en');
		expect(parts.length).toBeGreaterThan(1);
		expect(parts.join(' ')).toBe(long);
		for (const part of parts) expect(part.length).toBeLessThan(250);
	});

	test('what cannot be said is left out', () => {
		expect(cut('… – …', 'en')).toEqual([]);
		expect(cut('', 'en')).toEqual([]);
	});
});
