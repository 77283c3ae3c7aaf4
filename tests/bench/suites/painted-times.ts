import { cpSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { introduce } from '#tests/support/editor/editor-page.ts';
import { anEditorScreen } from '#tests/support/editor/editor-server.ts';
import { findChromium } from '#tests/support/phone/browsers.ts';
import { answerTime } from '../phone/answer-time.ts';

/** Keys are apart as a person types them: each page is made before the next key. */
const BETWEEN_KEYS_MS = 250;

/**
 * In ms, from a key in a step to the frame in which the phone beside it shows the letter: in a real browser,
 * with all of the content, on an editor's own computer.
 */
export async function paintedTimes(
	content: string,
	runs: number,
	say: (line: string) => void
): Promise<number[]> {
	const copyContent = (to: string): void => {
		cpSync(content, to, { recursive: true });
	};
	const editor = await anEditorScreen({ copyContent });
	const browser = await chromium.launch({
		executablePath: findChromium().executablePath,
		args: ['--no-sandbox', '--disable-gpu']
	});
	try {
		const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
		await openStep(page, editor.address);
		const times: number[] = [];
		let typed = '';
		// the first key makes the draft, and is no key of a writer
		for (let run = 0; run <= runs; run += 1) {
			typed = `x${typed}`;
			const painted = answerTime(page, {
				frame: 'iframe',
				shown: 'ol',
				words: `${typed}Stay calm.`
			});
			// asked by the page before the key comes
			await page.evaluate(() => undefined);
			await page.keyboard.press('x');
			const time = await painted;
			if (run > 0) times.push(time);
			say(`painted ${time.toFixed(0)} ms`);
			await page.waitForTimeout(BETWEEN_KEYS_MS);
		}
		return times;
	} finally {
		await browser.close();
		await editor.close();
	}
}

/** Says who works here, opens a guide, and puts the cursor before one of its steps. */
async function openStep(page: Page, address: string): Promise<void> {
	await page.goto(address);
	await introduce(page);
	await page.getByRole('link', { name: 'Articles' }).first().click();
	await page.getByRole('link', { name: 'Officers stop your car' }).click();
	await page.frameLocator('iframe').getByText('Stay calm.').first().waitFor();
	await page.getByRole('textbox', { name: 'Do 6' }).click();
	await page.keyboard.press('Home');
}
