import { expect, test } from 'vitest';
import { TokenBucket } from './token-bucket.ts';

const takeUntilEmpty = (bucket: TokenBucket, now: number): number => {
	let taken = 0;
	while (bucket.take(now) === 0) taken += 1;
	return taken;
};

test('it gives what was saved up, and then so many a second', () => {
	const bucket = new TokenBucket(10, 0);

	expect(takeUntilEmpty(bucket, 0)).toBe(10);
	expect(bucket.take(0)).toBe(100);
	expect(takeUntilEmpty(bucket, 500)).toBe(5);
	expect(takeUntilEmpty(bucket, 3_600_000)).toBe(10);
});

test('a clock that was set back gives nothing away', () => {
	const bucket = new TokenBucket(10, 10_000);
	takeUntilEmpty(bucket, 10_000);

	expect(takeUntilEmpty(bucket, 0)).toBe(0);
	expect(takeUntilEmpty(bucket, 1000)).toBe(10);
});
