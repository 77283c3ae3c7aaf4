import { describe, expect, test } from 'vitest';
import { firstLine, reviewGap } from './weak-point.ts';

describe('firstLine', () => {
	test.each([
		['<ul><li>One <em>two</em>.</li><li>Three.</li></ul>', 'One <em>two</em>.'],
		['<p>A sentence.</p><ul><li>An item.</li></ul>', 'A sentence.'],
		['', undefined],
		[undefined, undefined]
	])('of %s', (html, line) => {
		expect(firstLine(html) || undefined).toBe(line);
	});
});

describe('reviewGap', () => {
	const none = { state: 'none' } as const;
	const done = { state: 'done', on: '2026-11-01' } as const;
	test.each([
		[{ checkedOn: null, isApproved: false, legalReview: none }, 'weak_nobody'],
		[{ checkedOn: '2026-11-01', isApproved: true, legalReview: none }, 'weak_no_lawyer'],
		[{ checkedOn: null, isApproved: true, legalReview: done }, 'weak_not_compared'],
		[{ checkedOn: '2026-11-01', isApproved: false, legalReview: done }, 'not_approved'],
		[{ checkedOn: '2026-11-01', isApproved: true, legalReview: done }, undefined]
	] as const)('says the weakest thing of %j', (reviewed, key) => {
		expect(reviewGap(reviewed)).toBe(key);
	});

	test('a text that changed since a lawyer looked has been seen by none', () => {
		const legalReview = { state: 'older', on: '2026-10-01' } as const;
		expect(reviewGap({ checkedOn: '2026-11-01', isApproved: true, legalReview })).toBe(
			'weak_no_lawyer'
		);
	});
});
