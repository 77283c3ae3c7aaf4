import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aBuiltClone } from '#tests/support/publisher/compiler-clone.ts';
import { build } from './build.ts';
import { renew } from './renew.ts';

/** A built clone, and a head of the same number as its next one, which somebody else has signed. */
async function anOvertakenClone() {
	const clone = await aBuiltClone();
	const { out, folder, options, io } = clone;
	const elsewhere = join(folder, 'elsewhere');
	cpSync(out, elsewhere, { recursive: true });
	await renew({ ...options, out: elsewhere }, io);
	const overtake = (): void => {
		cpSync(join(elsewhere, 'head.json'), join(out, 'head.json'));
	};
	const headIn = (where: string): string => readFileSync(join(where, 'head.json'), 'utf8');
	const isTheirs = (): boolean => headIn(out) === headIn(elsewhere);
	return { ...clone, overtake, isTheirs };
}

test('two renewals at once: the later one leaves the head that phones have seen', async () => {
	const { options, io, overtake, isTheirs } = await anOvertakenClone();
	const now = (): Date => {
		overtake();
		return new Date('2026-11-24T12:00:01Z');
	};
	await expect(renew(options, { ...io, now })).rejects.toThrow('has another head than');
	expect(isTheirs()).toBe(true);
});

test('a build that a renewal overtakes leaves the head that phones have seen', async () => {
	const { options, io, edit, overtake, isTheirs } = await anOvertakenClone();
	edit('guides/bus-stop/en.md', 'Get on.', 'Get off.');
	const compressing = {
		...options,
		get compress() {
			overtake();
			return false;
		}
	};
	await expect(build(compressing, io)).rejects.toThrow('has another head than');
	expect(isTheirs()).toBe(true);
	expect(await build(options, io)).toBe(0);
});
