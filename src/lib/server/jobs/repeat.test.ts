import { expect, test } from 'vitest';
import { repeat } from './repeat.ts';

test('repeats until it is stopped, and stops only after the run under way', async () => {
	let begun = 0;
	let finished = 0;
	const third = Promise.withResolvers<void>();
	const repeated = repeat(async () => {
		begun += 1;
		if (begun === 3) third.resolve();
		await new Promise((resolve) => setTimeout(resolve, 1));
		finished += 1;
		return 0;
	});
	await third.promise;
	await repeated.stop();
	expect(finished).toBe(3);
	await new Promise((resolve) => setTimeout(resolve, 10));
	expect(begun).toBe(3);
});

test('no run begins after the stop', async () => {
	let begun = 0;
	const repeated = repeat(() => {
		begun += 1;
		return Promise.resolve(5);
	});
	await repeated.stop();
	await new Promise((resolve) => setTimeout(resolve, 20));
	expect(begun).toBe(1);
});
