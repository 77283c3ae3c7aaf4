import { afterEach, describe, expect, test, vi } from 'vitest';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { createWordKeys, type WordForms } from './word-keys.ts';

afterEach(() => {
	vi.unstubAllGlobals();
});

const NO_FORMS = { ignored: [], beginnings: [], endings: [], letters: [] };

const keys = (text: string, lang: LanguageTag, forms: Partial<WordForms> = {}): string[] =>
	createWordKeys({ lang, ...NO_FORMS, ...forms }).of(text);

describe('the keys of a text', () => {
	test('fold case and accents, so that a hurried reader finds the word', () => {
		expect(keys('¿Qué HACER si la policía…?', 'es').join(' ')).toBe('que hacer si la policia');
		expect(keys('Łódź, żółw', 'pl')).toEqual(['lodz', 'zolw']);
		expect(keys('Ёлка, ґрунт', 'uk')).toEqual(['елка', 'грунт']);
		expect(keys('İstanbul ışık', 'uz-Latn')).toEqual(['istanbul', 'isik']);
	});

	test('keep numbers, and take words apart at everything else', () => {
		expect(keys('Call 800-354-0365 (free)', 'en').join(' ')).toBe('call 800 354 0365 free');
		expect(keys('Form Ⅰ２', 'en')).toEqual(['form', 'i2']);
		expect(keys('٣١١ ۳۱۱ ৩১১', 'ar')).toEqual(['311', '311', '311']);
	});

	test('join at an apostrophe in English and Uzbek, and part in French and Haitian Creole', () => {
		expect(keys('Don’t open', 'en')).toEqual(['dont', 'open']);
		for (const mark of ['ʻ', '‘', '’', '`', "'", 'ʼ', '´']) {
			expect(keys(`o${mark}zbek`, 'uz-Latn')).toEqual(['ozbek']);
		}
		expect(keys('l’école', 'fr')).toEqual(['l', 'ecole']);
		expect(keys("m'ap rele", 'ht')).toEqual(['m', 'ap', 'rele']);
	});

	test('keep the vowel signs of Bengali, and the syllables of Korean', () => {
		const bengali = ['পুলিশ', 'দরজায়'];
		expect(keys(bengali.join(' '), 'bn')).toEqual(bengali.map((it) => it.normalize('NFC')));
		expect(keys('경찰 문', 'ko')).toEqual(['경찰', '문']);
	});

	test('are one for each way to write a letter of Arabic and Urdu', () => {
		expect(keys('الشُّرْطَة أمام', 'ar')).toEqual(keys('الشرطه امام', 'ar'));
		expect(keys('مـحـامـي', 'ar')).toEqual(keys('محامى', 'ar'));
		expect(keys('پولیس کیا ہے', 'ur')).toEqual(keys('پوليس كيا هي', 'ur'));
	});

	test('are those of words in Chinese', () => {
		expect(keys('警察敲门', 'zh-Hans')).toEqual(['警察', '敲门']);
		expect(keys('ICE官员在门口', 'zh-Hans')).toEqual(expect.arrayContaining(['ice', '官员']));
	});

	test('are those of pairs where the browser knows no words', () => {
		vi.stubGlobal('Intl', {});
		expect(keys('警察敲门', 'zh-Hans')).toEqual(['警察', '察敲', '敲门']);
		expect(keys('门', 'zh-Hans')).toEqual(['门']);
	});

	test('are without the endings and beginnings that an editor wrote down', () => {
		const endings = ['s', 'ed', 'ing'];
		expect(keys('stop stops stopped stopping', 'en', { endings })).toEqual(Array(4).fill('stop'));
		// a bus is no plural, and a number has no ending
		expect(keys('bus 1s', 'en', { endings })).toEqual(['bus', '1s']);
		expect(keys('الشرطة', 'ar', { beginnings: ['ال'], endings: ['x'] })).toEqual(['شرطه']);
	});

	test('are without every ending where one stands behind another', () => {
		const endings = ['lar', 'dan', 'imiz'];
		expect(keys('maktablarimizdan maktab', 'uz-Latn', { endings })).toEqual(['maktab', 'maktab']);
		expect(keys('경찰에게는', 'ko', { endings: ['에게', '는'] })).toEqual(['경찰']);
	});

	test('are one for both ways to write Chinese, and the text stays as it was', () => {
		const letters = ['門门', '證证'];
		expect(keys('敲門', 'zh-Hans', { letters })).toEqual(keys('敲门', 'zh-Hant', { letters }));
		const { cut } = createWordKeys({ lang: 'zh-Hant', ...NO_FORMS, letters });
		expect(
			cut('查證件，敲門')
				.map(({ text }) => text)
				.join('')
		).toBe('查證件，敲門');
	});

	test('are none for words that say nothing, whatever another word is without its ending', () => {
		expect(keys('del delito', 'es', { ignored: ['del'], endings: ['ito', 'o'] })).toEqual([
			'delit'
		]);
	});
});

test('a text is cut into pieces that are the whole text, in every script', () => {
	for (const [text, lang] of [
		['“Don’t open,” she said.', 'en'],
		['ICE官员在门口。', 'zh-Hans'],
		['لا تفتح الباب!', 'ar']
	] as const) {
		const { cut } = createWordKeys({ lang, ...NO_FORMS });
		expect(
			cut(text)
				.map((it) => it.text)
				.join('')
		).toBe(text);
	}
});
