import { afterEach, expect, test, vi } from 'vitest';
import { offerPersistence } from './persist.ts';

afterEach(() => {
	vi.unstubAllGlobals();
});

const answering = (persist?: () => Promise<boolean>): void => {
	vi.stubGlobal('navigator', { storage: persist ? { persist } : undefined });
};

test('tells what the browser answers', async () => {
	answering(() => Promise.resolve(true));
	expect(await offerPersistence()).toBe(true);
	answering(() => Promise.resolve(false));
	expect(await offerPersistence()).toBe(false);
});

test('never hangs and never rejects', async () => {
	answering(() => new Promise(() => undefined));
	expect(await offerPersistence(5)).toBeUndefined();
	answering(() => Promise.reject(new Error('no')));
	expect(await offerPersistence()).toBeUndefined();
	answering();
	expect(await offerPersistence()).toBeUndefined();
});
