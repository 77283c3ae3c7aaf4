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

/** Says who works here; Git may know somebody on this machine. */
export async function introduce(page: Page): Promise<void> {
	const name = page.getByLabel('Name', { exact: true });
	await page.getByRole('link', { name: 'Articles' }).first().waitFor();
	if (!(await name.isVisible())) await page.getByTitle('Change who you are').click();
	await name.fill('Eva Editor');
	await page.getByLabel('E-mail').fill('eva@example.org');
	await page.getByRole('button', { name: 'Go on' }).click();
}

/** Somebody else's key. */
export async function withPasskeyOf(page: Page, name: string): Promise<void> {
	const { cdp, id } = await addAuthenticator(page);
	await page.getByLabel('Your name').fill(name);
	await page.getByRole('button', { name: 'Add a passkey of mine' }).click();
	await expect(page.getByText('Your passkey is in this draft')).toBeVisible();
	await page.getByLabel('I read it. It is right.').check();
	await page.getByRole('button', { name: 'Approve with a passkey' }).click();
	await expect(page.getByText('Approved. It is in this draft')).toBeVisible();
	await cdp.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: id });
}
