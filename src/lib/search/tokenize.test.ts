import { afterEach, expect, test, vi } from 'vitest';
import { characterPairs, tokenize } from './tokenize.ts';

afterEach(() => {
	vi.unstubAllGlobals();
});

test('folds case and accents, so that a hurried reader finds the word', () => {
	expect(tokenize('¿Qué HACER si la policía…?', 'es')).toEqual([
		'que',
		'hacer',
		'si',
		'la',
		'policia'
	]);
	expect(tokenize('Łódź, żółw', 'pl')).toEqual(['lodz', 'zolw']);
	expect(tokenize('Ёлка, йод', 'ru')).toEqual(['елка', 'иод']);
});

test('keeps numbers, and takes words apart at everything else', () => {
	expect(tokenize('Call 800-354-0365 (free)', 'en')).toEqual([
		'call',
		'800',
		'354',
		'0365',
		'free'
	]);
});

test('an apostrophe joins in English and Uzbek, and parts in French and Haitian Creole', () => {
	expect(tokenize('Don’t open', 'en')).toEqual(['dont', 'open']);
	expect(tokenize('oʻzbek', 'uz-Latn')).toEqual(['ozbek']);
	expect(tokenize('l’école', 'fr')).toEqual(['l', 'ecole']);
	expect(tokenize("m'ap rele", 'ht')).toEqual(['m', 'ap', 'rele']);
});

test('keeps the vowel signs of Bengali, and the syllables of Korean', () => {
	expect(tokenize('পুলিশ দরজায়', 'bn')).toEqual(['পুলিশ', 'দরজায়'].map((it) => it.normalize('NFC')));
	expect(tokenize('경찰 문', 'ko')).toEqual(['경찰', '문']);
});

test('reads Arabic and Urdu without vowel signs and with plain alef', () => {
	expect(tokenize('الشُّرْطَة أمام', 'ar')).toEqual(['الشرطة', 'امام']);
});

test('splits Chinese into words', () => {
	expect(tokenize('警察敲门', 'zh-Hans')).toEqual(['警察', '敲门']);
	expect(tokenize('ICE官员在门口', 'zh-Hans')).toEqual(expect.arrayContaining(['ice', '官员']));
});

test('splits Chinese into pairs where the browser knows no words', () => {
	vi.stubGlobal('Intl', {});
	expect(tokenize('警察敲门', 'zh-Hans')).toEqual(['警察', '察敲', '敲门']);
	expect(characterPairs('门')).toEqual(['门']);
});
