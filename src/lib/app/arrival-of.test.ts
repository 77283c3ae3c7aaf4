import { expect, test } from 'vitest';
import { arrivalOf } from './arrival-of.ts';

test('nothing is called missing before it was tried', () => {
	expect(arrivalOf({})).toBe('getting');
	expect(arrivalOf({ isSyncing: true, outcome: { status: 'offline' } })).toBe('getting');
	// another tab is at it
	expect(arrivalOf({ isSyncing: false, outcome: { status: 'busy' } })).toBe('getting');
});

test('a wait in which nothing comes is called one', () => {
	expect(arrivalOf({ isSyncing: true, isSlow: true })).toBe('slow');
});

test('after the try it says what happened', () => {
	expect(arrivalOf({ isSyncing: false, outcome: { status: 'offline' } })).toBe('offline');
	const refused = { status: 'rejected', code: 'wrong-hash' } as const;
	expect(arrivalOf({ isSyncing: false, isSlow: true, outcome: refused })).toBe('failed');
});

test('what has just come is not called missing before the page shows it', () => {
	const outcome = { status: 'switched', version: 1, languages: ['en'] } as const;
	expect(arrivalOf({ isSyncing: false, outcome: { ...outcome, languages: ['en'] } })).toBe(
		'getting'
	);
});
