import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { LeasedDelivery } from './outbox.ts';
import { settleInGroups } from './settle-in-groups.ts';

const DELIVERY = {} as LeasedDelivery;

test('a timer that ends when nothing is left to write does not block the next outcome', async () => {
	const sizes: number[] = [];
	const { settle } = settleInGroups(async (group) => {
		sizes.push(group.length);
		await wait(1);
		return group.map(() => true);
	});
	const settleMany = (count: number) =>
		Promise.all(Array.from({ length: count }, () => settle(DELIVERY, { kind: 'sent' })));

	// the three are written along with the first group, and their timer ends later
	await Promise.all([settleMany(200), settleMany(3)]);
	await wait(60);

	expect(await settleMany(1)).toEqual([true]);
	expect(sizes).toEqual([200, 3, 1]);
});
