import { expect, test } from 'vitest';
import { fail, ok } from '#lib/edition/result.ts';
import { inParallel } from './in-parallel.ts';

test('works through all items, never more at once than it may', async () => {
	let running = 0;
	let most = 0;
	const done: number[] = [];
	const result = await inParallel([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
		most = Math.max(most, (running += 1));
		await Promise.resolve();
		running -= 1;
		done.push(item);
		return ok(undefined);
	});
	expect(result.ok).toBe(true);
	expect(done.sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
	expect(most).toBe(3);
});

test('starts nothing more after the first failure, and gives that one', async () => {
	const started: number[] = [];
	const result = await inParallel([1, 2, 3, 4, 5, 6], 2, async (item) => {
		started.push(item);
		await Promise.resolve();
		return item >= 2 ? fail(`failed-${item}`) : ok(undefined);
	});
	expect(result).toEqual({ ok: false, code: 'failed-2' });
	expect(started).toEqual([1, 2, 3]);
});
