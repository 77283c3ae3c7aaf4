// Takes the pictures of docs/editor.md anew, from the real screen on the real content: npm run docs:tour
import { mkdirSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { findChromium } from '../phone/browsers.ts';
import { anEditorScreen } from '../editor/editor-server.ts';
import { copyOwnContent, TOUR } from './editor-tour.ts';

const OUT = 'docs/tour';
/** Letters stay sharp, and a picture stays below 60 kB. */
const QUALITY = 50;

mkdirSync(OUT, { recursive: true });
const editor = await anEditorScreen({ copyContent: copyOwnContent });
// shown, and never asked: the tour sends nothing
editor.git('remote', 'set-url', 'origin', 'https://example.org/guides.git');
const { executablePath } = findChromium();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
	const page = await browser.newPage({
		viewport: { width: 1280, height: 800 },
		reducedMotion: 'reduce'
	});
	const cdp = await page.context().newCDPSession(page);
	await page.goto(editor.address);
	for (const { name, go } of TOUR) {
		await go(page, new URL(editor.address).origin);
		// Playwright takes none in this format, which is a third as large
		const { data } = await cdp.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
		writeFileSync(`${OUT}/${name}.webp`, data, 'base64');
		console.log(`${OUT}/${name}.webp`);
	}
} finally {
	await browser.close();
	await editor.close();
}
