import type { Page } from '@playwright/test';

/** Bytes on the phone. What the browser says, which includes its own bookkeeping. */
export interface Storage {
	/** The articles: IndexedDB, and caches that are not the app's code. */
	readonly contentBytes: number;
	readonly codeBytes: number;
	readonly caches: readonly string[];
}

/** The prefix of the caches that hold code, as the worker names them. */
const CODE_CACHE = 'app-';
const SETTLE_MS = 3000;

/**
 * Chromium tells IndexedDB and caches apart. Content is in IndexedDB only, so all caches are code;
 * one with a name of another kind would count as content, whole.
 */
export async function readStorage(page: Page): Promise<Storage> {
	// what was written last is counted late
	await page.waitForTimeout(SETTLE_MS);
	const { details, caches } = await page.evaluate(async () => {
		const estimate = (await navigator.storage.estimate()) as {
			usageDetails?: Record<string, number>;
		};
		return { details: estimate.usageDetails ?? {}, caches: await window.caches.keys() };
	});
	const { indexedDB = 0, caches: cacheBytes = 0 } = details;
	const isCodeOnly = caches.every((name) => name.startsWith(CODE_CACHE));
	return {
		contentBytes: indexedDB + (isCodeOnly ? 0 : cacheBytes),
		codeBytes: isCodeOnly ? cacheBytes : 0,
		caches
	};
}
