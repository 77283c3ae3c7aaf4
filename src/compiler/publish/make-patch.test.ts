import { expect, test } from 'vitest';
import { applyPatch } from '#lib/edition/text/text-patch.ts';
import { makePatch } from './make-patch.ts';

const base = {
	sha256: 'a1',
	text: JSON.stringify({
		title: 'A school bus is stopped',
		do: ['Stay calm and keep the doors closed.', 'Call your dispatcher.', 'Ask for a warrant.'],
		changedOn: '2026-11-20',
		why: 'The rule of 2026 says so, and nobody has changed it since then.'
	})
};

const made = (text: string): string | undefined =>
	applyPatch(makePatch(text, base), base.text, 1_000_000);

test.each([
	['nothing changed', base.text],
	['one word', base.text.replace('closed', 'locked')],
	[
		'two words, of other lengths',
		base.text.replace('calm', 'as you are').replace('since then', '')
	],
	['a line moved', base.text.replace(',"Call your dispatcher."', '') + '"Call your dispatcher."'],
	['another text', 'nothing of it'],
	['no text', ''],
	['letters of two units', base.text.replace('calm', '🚌 calm 🚍')]
])('a patch makes the text again: %s', (_, text) => {
	expect(made(text)).toBe(text);
});

test('one word of a long text costs little more than the word', () => {
	const patch = JSON.stringify(makePatch(base.text.replace('closed', 'locked'), base));
	expect(patch.length).toBeLessThan(40);
});

test('without a text to start from, the patch is the text', () => {
	expect(makePatch('a whole text', undefined)).toEqual(['', 'a whole text']);
});

test('a patch that would grow without end makes nothing', () => {
	const patch = ['a1', ...Array.from({ length: 100 }, (): [number, number] => [0, 100])] as const;
	expect(applyPatch([...patch], base.text, 500)).toBeUndefined();
});
