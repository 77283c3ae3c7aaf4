import type { Page } from '@playwright/test';
import type { Marks } from './marks.ts';

const PATIENCE_MS = 180_000;

/** Waits until the page has noted it, and returns when that was. Throws with what the page says. */
export async function waitForMark(
	page: Page,
	mark: 'readyAt' | 'largestPaintAt' | 'textAt',
	timeout = PATIENCE_MS
): Promise<number> {
	// asked from outside, and seldom: asking is work for the page, too
	await page
		.waitForFunction((name) => window.bench[name] !== undefined, mark, { timeout, polling: 100 })
		.catch(async (cause: unknown) => {
			const said = await page.locator('body').innerText();
			throw new Error(`No ${mark} on ${page.url()}. The page says: ${said}`, { cause });
		});
	return (await marksOf(page))[mark] ?? NaN;
}

export const marksOf = (page: Page): Promise<Marks> => page.evaluate(() => window.bench);
