import { expect, test } from 'vitest';
import { PruneBrake } from './prune-brake.ts';

const ORIGIN = 'https://push.example';
/** How many of `asked` are deleted, if `succeeded` subscriptions ever had a message accepted. */
const deleted = (succeeded: number, asked: number, hasSucceeded = true): number => {
	const brake = new PruneBrake(new Map([[ORIGIN, succeeded]]));
	const answers = Array.from({ length: asked }, () => brake.ask(ORIGIN, hasSucceeded));
	return answers.filter((answer) => answer === 'delete').length;
};

test('fewer than a hundred may be deleted, whatever their share', () => {
	expect(deleted(99, 99)).toBe(99);
});

test('a whole push service that says "gone" loses no more than 99', () => {
	expect(deleted(200, 200)).toBe(99);
});

test('five in a hundred may be deleted, and not one more', () => {
	expect(deleted(10_000, 10_000)).toBe(500);
});

test('subscriptions that never had a message accepted are deleted without being counted', () => {
	expect(deleted(200, 500, false)).toBe(500);
});

test('it reports once that it brakes, for that push service only', () => {
	const brake = new PruneBrake(new Map([[ORIGIN, 99]]));
	const answers = Array.from({ length: 102 }, () => brake.ask(ORIGIN, true));

	expect(answers.slice(98)).toEqual(['delete', 'brakes', 'keep', 'keep']);
	expect(brake.ask('https://other.example', true)).toBe('delete');
});
