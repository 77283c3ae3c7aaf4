import { expect, test } from 'vitest';
import { navigationEnd } from './navigation-end.ts';

/** What `navigating.complete` gives: a navigation that its test ends. */
function aNavigation() {
	let fulfil: () => void = () => undefined;
	let reject: (error: Error) => void = () => undefined;
	const complete = new Promise<void>((...ends) => ([fulfil, reject] = ends));
	return { complete, fulfil, reject };
}

test('resolves at once without a navigation', async () => {
	await expect(navigationEnd(() => null)).resolves.toBeUndefined();
});

test('waits for a navigation, and for the one that replaced it', async () => {
	const [first, second] = [aNavigation(), aNavigation()];
	let current: Promise<void> | null = first.complete;
	let isOver = false;
	const end = navigationEnd(() => current).then(() => (isOver = true));

	current = second.complete;
	first.reject(new Error('navigation aborted'));
	await first.complete.catch(() => undefined);
	await Promise.resolve();
	expect(isOver).toBe(false);

	current = null;
	second.fulfil();
	await end;
	expect(isOver).toBe(true);
});

test('does not wait twice for a navigation that has ended and is still named', async () => {
	const { complete, fulfil } = aNavigation();
	fulfil();
	await expect(navigationEnd(() => complete)).resolves.toBeUndefined();
});
