import { describe, expect, test } from 'vitest';
import { keepAwake } from './keep-awake.ts';

/** A page and a screen as a browser has them: a lock is dropped when the page is out of sight. */
function aScreen({ refuses = false } = {}) {
	const locks: { isHeld: boolean }[] = [];
	const page: EventTarget & { visibilityState: DocumentVisibilityState } = Object.assign(
		new EventTarget(),
		{
			visibilityState: 'visible' as const
		}
	);
	const request = (): Promise<WakeLockSentinel> => {
		if (refuses) return Promise.reject(new Error('NotAllowedError'));
		const lock = { isHeld: true, release: () => Promise.resolve(void (lock.isHeld = false)) };
		locks.push(lock);
		return Promise.resolve(lock as unknown as WakeLockSentinel);
	};
	return {
		ports: { wakeLock: { request }, document: page },
		held: () => locks.filter(({ isHeld }) => isHeld).length,
		async turn(state: DocumentVisibilityState) {
			if (state === 'hidden') for (const lock of locks) lock.isHeld = false;
			page.visibilityState = state;
			page.dispatchEvent(new Event('visibilitychange'));
			await Promise.resolve();
		}
	};
}

describe('keepAwake', () => {
	test('holds one lock until it is let go', async () => {
		const screen = aScreen();
		const release = keepAwake(screen.ports);
		await Promise.resolve();
		expect(screen.held()).toBe(1);
		release();
		expect(screen.held()).toBe(0);
	});

	test('asks again when the reader comes back', async () => {
		const screen = aScreen();
		keepAwake(screen.ports);
		await screen.turn('hidden');
		expect(screen.held()).toBe(0);
		await screen.turn('visible');
		expect(screen.held()).toBe(1);
	});

	test('a lock that comes after the end is let go at once, and none is asked for later', async () => {
		const screen = aScreen();
		keepAwake(screen.ports)();
		await screen.turn('visible');
		await Promise.resolve();
		expect(screen.held()).toBe(0);
	});

	test('a browser that refuses, or has no lock, shows the card all the same', async () => {
		const screen = aScreen({ refuses: true });
		const release = keepAwake(screen.ports);
		await Promise.resolve();
		expect(release).not.toThrow();
		expect(keepAwake({ ...screen.ports, wakeLock: undefined })).not.toThrow();
	});
});
