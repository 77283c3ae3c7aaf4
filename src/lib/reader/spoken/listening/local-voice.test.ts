import { describe, expect, test } from 'vitest';
import { findLocalVoice } from './local-voice.ts';

const voice = (lang: string, { localService = true, isDefault = false } = {}) => ({
	lang,
	localService,
	default: isDefault
});

describe('findLocalVoice', () => {
	test('takes no voice that would send the text to a server', () => {
		expect(findLocalVoice([voice('bn-IN', { localService: false })], 'bn')).toBeUndefined();
	});

	test('takes no voice of another language, however near', () => {
		expect(findLocalVoice([voice('fr-HT'), voice('hi-IN')], 'ht')).toBeUndefined();
		expect(findLocalVoice([voice('zh-CN')], 'zh-Hant')).toBeUndefined();
		// Estonian's tag begins as Spanish's ends
		expect(findLocalVoice([voice('est')], 'es')).toBeUndefined();
	});

	test('knows the names that platforms have for a language', () => {
		expect(findLocalVoice([voice('en_US')], 'en')?.lang).toBe('en_US');
		expect(findLocalVoice([voice('zh-HK'), voice('zh-TW')], 'zh-Hant')?.lang).toBe('zh-TW');
		expect(findLocalVoice([voice('uz-UZ')], 'uz-Latn')?.lang).toBe('uz-UZ');
	});

	test('prefers the voice that the reader chose on the phone', () => {
		const voices = [voice('es-ES'), voice('es-US', { isDefault: true })];
		expect(findLocalVoice(voices, 'es')?.lang).toBe('es-US');
	});
});
