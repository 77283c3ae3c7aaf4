import { expect, test } from 'vitest';
import { countBelow } from './count-below.ts';

test('a step that the bar cuts counts as one that is still to come', () => {
	expect(countBelow([200, 300, 480, 560], 470)).toBe(2);
});

test('a step that ends right at the bar is whole', () => {
	expect(countBelow([200, 470], 470)).toBe(0);
});
