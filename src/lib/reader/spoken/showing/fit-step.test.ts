import { expect, test } from 'vitest';
import { fitStep } from './fit-step.ts';

test('a short card keeps the largest size', () => {
	expect(fitStep(() => true)).toBe(0);
});

test('a longer card is only as small as it must be', () => {
	expect(fitStep((step) => step >= 2)).toBe(2);
});

test('what fits at no size has the smallest, and scrolls', () => {
	expect(fitStep(() => false)).toBe(4);
});
