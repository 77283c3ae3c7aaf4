import { expect, test } from 'vitest';
import { fold } from './fold.ts';
import { toSound } from './sound.ts';

const sound = (word: string): string => toSound(fold(word));

test.each([
	['mohami', 'محامي'],
	['ma7kama', 'محكمة'],
	['wakil', 'وکیل'],
	['darwaza', 'دروازہ'],
	['dorja', 'দরজা'],
	['gari', 'গাড়ি'],
	['politsiya', 'полиция'],
	['besplatniy', 'бесплатный'],
	['eshik', 'эшик'],
	['shelter', 'шелтер'],
	['warrant', 'ওয়ারেন্ট'],
	['court', 'کورٹ']
])('%s sounds as %s', (latin, written) => {
	expect(sound(latin)).not.toBe('');
	expect(sound(latin)).toBe(sound(written));
});

test('what sounds otherwise, or is too short, is not the same', () => {
	expect(sound('shkola')).not.toBe(sound('полиция'));
	for (const word of ['да', 'by', '', '311', '警察']) expect(sound(word)).toBe('');
});
