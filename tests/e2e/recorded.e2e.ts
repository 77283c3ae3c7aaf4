import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { recordingOf } from '#tests/support/publisher/a-recording.ts';
import type { Site } from '#tests/support/phone/site.ts';
import { expect, readyFor, test } from './site-test.ts';

const GUIDE = 'two-years-proof';

/** An edition of which one guide can be heard. */
function publishRecording(site: Site): void {
	const files = recordingOf('src/content', GUIDE);
	site.publish(...files.map((it) => [it.path, () => it.bytes ?? it.text] as const));
}
/** Who saves data: only Chromium tells a page so. */
async function saveData(page: Page): Promise<void> {
	await page.addInitScript(() => {
		Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
	});
}
const button = (page: Page) => page.getByRole('button', { name: /^Recording/ });
const player = (page: Page) => page.getByRole('region', { name: 'Listening' });
const asked = (page: Page): string[] => {
	const urls: string[] = [];
	page.on('request', (request) => {
		if (request.url().includes('/published/audio/')) urls.push(request.url());
	});
	return urls;
};

test('a recording says what it costs, is fetched at a tap, and is marked where it speaks', async ({
	page,
	site
}) => {
	publishRecording(site);
	await saveData(page);
	const urls = asked(page);
	await readyFor(page, `${site.origin}/en/guides/${GUIDE}/`);
	await expect(button(page)).toHaveText(/^Recording, \d+ kB$/);
	await expect(page.getByText('The recording is a computer’s voice: eSpeak NG,')).toBeVisible();
	await button(page).click();
	await expect(page.getByText(/This phone saves data. Tap again to get \d+ kB/)).toBeVisible();
	expect(urls).toEqual([]);

	await button(page).click();
	await expect(player(page)).toContainText('Step 1 of');
	const marked = () =>
		page.evaluate(() => [...(CSS.highlights.get('spoken') ?? [])].map(String).join());
	expect(await page.locator('[data-steps]').textContent()).toContain(await marked());
	await player(page).getByRole('button', { name: 'Stop listening' }).click();
	await expect(button(page)).toBeFocused();
	expect(urls).toHaveLength(2);
	// nothing of what was listened to stays
	const stored = await page.evaluate(async () => {
		const [{ name = '' } = {}] = await indexedDB.databases();
		const opened = indexedDB.open(name);
		await new Promise((resolve) => (opened.onsuccess = resolve));
		const count = opened.result.transaction('recordings').objectStore('recordings').count();
		await new Promise((resolve) => (count.onsuccess = resolve));
		return count.result;
	});
	expect(stored).toBe(0);
});

test('kept recordings are heard with no connection, name no guide on the lock screen, and go', async ({
	page,
	site
}) => {
	publishRecording(site);
	await page.addInitScript(() => {
		const Own = Audio;
		globalThis.Audio = class extends Own {
			constructor(address?: string) {
				super(address);
				this.addEventListener('play', () => Object.assign(globalThis, { heard: this }));
			}
		};
	});
	await readyFor(page, `${site.origin}/en/languages/`);
	await page.getByRole('button', { name: /^Save recordings, \d+ kB$/ }).click();
	await expect(page.getByRole('button', { name: /^Remove recordings/ })).toBeVisible();
	await site.kill();
	await page.goto(`${site.origin}/en/guides/${GUIDE}/`);
	await expect(button(page)).toHaveText('Recording');
	await button(page).click();
	await expect(player(page)).toContainText('Step 1 of');
	const named = (): Promise<string | undefined> =>
		page.evaluate(() => navigator.mediaSession.metadata?.title);
	expect(await named()).toBe('Handrail');
	// as a call does, and its end
	const sound = await page.evaluateHandle(
		() => Reflect.get(globalThis, 'heard') as HTMLAudioElement
	);
	await sound.evaluate((it) => {
		it.pause();
	});
	await expect(player(page).getByRole('button', { name: 'Go on' })).toBeVisible();
	await sound.evaluate((it) => it.play());
	await expect(player(page).getByRole('button', { name: 'Pause' })).toBeVisible();
	await player(page).getByRole('button', { name: 'Stop listening' }).click();
	expect(await named()).toBeUndefined();
	await page.goto(`${site.origin}/en/languages/`);
	await page.getByRole('button', { name: /^Remove recordings/ }).click();
	await expect(page.getByRole('button', { name: /^Save recordings/ })).toBeVisible();
});

test('a recording that a host has altered is not heard', async ({ page, site }) => {
	publishRecording(site);
	for (const file of globSync(join(site.publishedDir, 'audio/*.opus'))) {
		writeFileSync(file, readFileSync(file).fill(0, 1000, 1010));
	}
	await readyFor(page, `${site.origin}/en/guides/${GUIDE}/`);
	await button(page).click();
	await expect(page.getByText('That did not work. Connect and try again.')).toBeVisible();
	await expect(player(page)).toHaveCount(0);
});
