import { expect, test } from 'vitest';
import { chooseRoute } from './choose-route.ts';

/** Nine files of equal length, named by their place in the pack. */
const files = Array.from('123456789', (sha256) => ({ sha256, length: 100 }));
const route = (stored: string) => chooseRoute(files, new Set(stored));

test('takes the pack on a first visit', () => {
	expect(route('')).toBe('pack');
});

test('takes single files when no more than a third of the bytes is missing', () => {
	const many = Array.from('abcdefghijklmnopqr', (sha256) => ({ sha256, length: 100 }));
	expect(chooseRoute(many, new Set('abcdefgijklm'))).toBe('single');
	expect(chooseRoute(many, new Set('abcdefgijkl'))).toBe('pack');
});

test('takes a handful of files one by one, whatever part of the whole they are', () => {
	const small = files.slice(0, 5);
	expect(chooseRoute(small, new Set('3'))).toBe('single');
	expect(chooseRoute(small, new Set())).toBe('pack');
	expect(route('123456789')).toBe('single');
});

test('takes the rest one by one after a pack that was cut', () => {
	expect(route('123')).toBe('single');
	expect(route('12345678')).toBe('single');
});

test('takes the pack again when it was cut at its very beginning', () => {
	const many = Array.from({ length: 90 }, (_, index) => ({ sha256: String(index), length: 9 }));
	expect(chooseRoute(many, new Set(['0', '1']))).toBe('pack');
});
