import { expect, test } from 'vitest';
import { aPhone } from '#tests/support/phone/stored-edition.ts';
import { dropLease, readLease, takeLease } from './lease-store.ts';

const lease = (holder: string) => ({ holder, since: 1, until: 2 });

test('of two that ask at once, one gets the lease', async () => {
	const db = await aPhone();
	const isFree = (standing: unknown): boolean => standing === undefined;
	const taken = await Promise.all([
		takeLease(db, lease('a'), isFree),
		takeLease(db, lease('b'), isFree)
	]);
	expect(taken).toEqual([true, false]);
	expect(await readLease(db)).toEqual(lease('a'));
});

test('only its holder gives it back', async () => {
	const db = await aPhone();
	await takeLease(db, lease('a'), () => true);
	await dropLease(db, 'b');
	expect(await readLease(db)).toEqual(lease('a'));
	await dropLease(db, 'a');
	expect(await readLease(db)).toBeUndefined();
});
