import { expect, test, vi } from 'vitest';
import { createStager } from './stager.ts';

test('puts 32 texts in one transaction, and the rest in another', async () => {
	const sizes: number[] = [];
	const stored: string[] = [];
	const stager = createStager(
		(texts) => Promise.resolve(void sizes.push(texts.size)),
		(hashes) => stored.push(...hashes)
	);
	for (let index = 0; index < 40; index += 1) await stager.add(String(index), 'text');
	await stager.flush();
	expect(sizes).toEqual([32, 8]);
	expect(stored).toHaveLength(40);
});

test('stores a text within a moment, though no other follows', async () => {
	const store = vi.fn(() => Promise.resolve());
	const stager = createStager(store, () => undefined);
	await stager.add('a', 'text');
	await vi.waitFor(() => expect(store).toHaveBeenCalledTimes(1));
});

test('tells whoever adds or flushes next that the disk is full', async () => {
	const full = new DOMException('full', 'QuotaExceededError');
	const stager = createStager(
		() => Promise.reject(full),
		() => undefined
	);
	await stager.add('a', 'text');
	await expect(stager.flush()).rejects.toBe(full);
	await expect(stager.flush()).rejects.toBe(full);
});
