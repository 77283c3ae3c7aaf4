import { expect, test } from 'vitest';
import { createEscapeCounter } from './count-escapes.ts';

test('three in a row, within five seconds', () => {
	const isHide = createEscapeCounter();

	expect([isHide('Escape', 0), isHide('Escape', 900), isHide('Escape', 4900)]).toEqual([
		false,
		false,
		true
	]);
});

test('not when they are spread out', () => {
	const isHide = createEscapeCounter();

	expect([0, 3000, 6000, 9000].map((at) => isHide('Escape', at))).not.toContain(true);
});

test('another key between them begins anew', () => {
	const isHide = createEscapeCounter();
	isHide('Escape', 0);
	isHide('Escape', 100);
	isHide('Tab', 200);

	expect(isHide('Escape', 300)).toBe(false);
});

test('after three it counts from the beginning', () => {
	const isHide = createEscapeCounter();
	for (const at of [0, 1, 2]) isHide('Escape', at);

	expect(isHide('Escape', 3)).toBe(false);
});
