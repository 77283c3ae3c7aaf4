import { afterEach, expect, test, vi } from 'vitest';
import { breakLines } from './break-lines.ts';

/** Every letter is as wide as every other. */
const width = (text: string): number => text.length;

afterEach(() => {
	vi.unstubAllGlobals();
});

test('a line ends after a word, and no letter is lost', () => {
	const text = 'Keep the door closed. You do not have to open.';
	const lines = breakLines(text, 'en', 14, width);
	expect(lines).toEqual(['Keep the door', 'closed. You do', 'not have to', 'open.']);
	expect(lines.join(' ')).toBe(text);
});

test('Chinese has no spaces, and no line begins with what ends a sentence', () => {
	const text = '把門關好。您不需要開門。';
	const lines = breakLines(text, 'zh-Hant', 5, width);
	expect(lines.join('')).toBe(text);
	expect(lines.length).toBeGreaterThan(1);
	for (const line of lines) expect(line).not.toMatch(/^[。，、」]/);
});

test('Korean words stay whole', () => {
	const text = '문을 닫아 두세요. 열어 줄 필요가 없습니다.';
	const words = new Set(text.split(' '));
	for (const line of breakLines(text, 'ko', 10, width)) {
		for (const word of line.split(' ')) expect(words).toContain(word);
	}
});

test('what is too long for a line is cut', () => {
	expect(breakLines('see handrail.example/g/home', 'en', 8, width)).toEqual([
		'see',
		'handrail',
		'.example',
		'/g/home'
	]);
});

test('a browser without a segmenter breaks at spaces, and between letters of Han', () => {
	vi.stubGlobal('Intl', {});
	expect(breakLines('Keep the door', 'en', 8, width)).toEqual(['Keep the', 'door']);
	expect(breakLines('把門關好。', 'zh-Hant', 3, width)).toEqual(['把門關', '好。']);
});
