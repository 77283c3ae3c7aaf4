import AxeBuilder from '@axe-core/playwright';
import { expect, type CDPSession, type Page } from '@playwright/test';

export const WIDE = { width: 1280, height: 800 };
export const NARROW = { width: 360, height: 640 };

/** At both widths: axe finds nothing, and nothing is wider than the screen. */
export async function expectForAll(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
	const found = violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
	expect.soft(found, page.url()).toEqual([]);
	await page.setViewportSize(NARROW);
	const wide = await page.evaluate(() => document.documentElement.scrollWidth);
	expect.soft(wide, page.url()).toBeLessThanOrEqual(NARROW.width);
	await page.setViewportSize(WIDE);
}

/** A phone or a laptop that asks for a fingerprint and gets it; `cdp` takes it away by its id. Chromium only. */
export async function addAuthenticator(page: Page): Promise<{ cdp: CDPSession; id: string }> {
	const cdp = await page.context().newCDPSession(page);
	await cdp.send('WebAuthn.enable');
	const { authenticatorId: id } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			...{ protocol: 'ctap2', transport: 'internal', automaticPresenceSimulation: true },
			...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true }
		}
	});
	return { cdp, id };
}
