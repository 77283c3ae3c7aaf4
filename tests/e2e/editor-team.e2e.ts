import type { Page } from '@playwright/test';
import { addAuthenticator, expectForAll, WIDE } from '#tests/support/editor/editor-page.ts';
import { anEditorScreen, type EditorScreen } from '#tests/support/editor/editor-server.ts';
import { expect, test as base } from './watched-test.ts';

const test = base.extend<{ editor: EditorScreen }>({
	editor: async ({ page }, use) => {
		const editor = await anEditorScreen({ isTeam: true });
		await use(editor);
		await page.goto('about:blank');
		await editor.close();
	}
});

/** This person's laptop, which asks for a fingerprint. */
async function withFingerprint(page: Page): Promise<void> {
	await page.setViewportSize(WIDE);
	await addAuthenticator(page);
}

const makePasskey = (page: Page): Promise<void> =>
	page.getByRole('button', { name: 'Make a passkey and come in' }).click();

/** Makes a link, and gives it back. */
async function invite(page: Page, name: string, role: string): Promise<string> {
	await page.getByLabel(/^Name/).fill(name);
	await page.getByLabel('E-mail').fill(`${name.toLowerCase()}@example.org`);
	await page.getByLabel(/^What they are/).fill('teacher');
	const rights = page.getByRole('group', { name: 'What they do' });
	await rights.getByLabel(role).check();
	await page.getByRole('button', { name: 'Make a link' }).click();
	const link = page.getByLabel(`Link for ${name}`);
	await expect(link).toBeVisible();
	return link.inputValue();
}

test('a team comes in by links, and the server holds each to their role', async ({
	page,
	browser,
	browserName,
	editor,
	pageErrors
}) => {
	test.setTimeout(180_000);
	// what is refused, before and after somebody is in
	pageErrors.fileIsGone(/\/api\//);
	test.skip(browserName !== 'chromium', 'only Chromium has authenticators for tests');
	await withFingerprint(page);
	await page.goto(editor.address);
	await expect(page.getByRole('heading', { name: 'Welcome' })).toBeVisible();
	await expectForAll(page);
	await page.getByLabel('Name').fill('Ana López');
	await page.getByLabel('E-mail').fill('ana@example.org');
	await page.getByLabel(/^What you are/).fill('editor');
	await makePasskey(page);
	await page.getByRole('link', { name: /^Ana López/ }).click();
	const forTia = await invite(page, 'Tia', 'Translator');
	const forBen = await invite(page, 'Ben', 'Approver');
	await expectForAll(page);

	const { origin } = new URL(editor.address);
	await page.goto(`${origin}/articles/guides/bus-stop/en`);
	await page.getByRole('textbox', { name: 'Do 2' }).click();
	await page.keyboard.press('Home');
	await page.keyboard.type('Stop. ');
	await expect(page.getByText(/^Saved, /)).toBeVisible();

	const others = await browser.newContext();
	const tia = await others.newPage();
	await withFingerprint(tia);
	await tia.goto(forTia);
	await expect(tia.getByRole('heading', { name: 'Welcome, Tia' })).toBeVisible();
	await makePasskey(tia);
	await tia.getByRole('button', { name: 'Work on it' }).click();
	await tia.goto(`${origin}/approve/guides/bus-stop/en`);
	await expect(tia.getByText('Who approves texts has the role for it.')).toBeVisible();
	const refused = await tia.evaluate(async () => {
		const body = { draft: 'x', path: 'guides/bus-stop/en.md', revision: 0, name: 'Ben', role: 'x' };
		const headers = { 'content-type': 'application/json' };
		const sent = { method: 'POST', headers, body: JSON.stringify(body) };
		return (await fetch('/api/approve', sent)).status;
	});
	expect(refused).toBe(403);
	await tia.goto(`${origin}/articles/guides/bus-stop/en`);
	await expect(tia.getByText('Your role reads this text.')).toBeVisible();
	await others.close();

	const bens = await browser.newContext();
	const ben = await bens.newPage();
	await withFingerprint(ben);
	await ben.goto(forBen);
	await makePasskey(ben);
	await ben.getByRole('button', { name: 'Work on it' }).click();
	await ben.goto(`${origin}/approve/guides/bus-stop/en`);
	await expect(ben.getByText('You are Ben, teacher.')).toBeVisible();
	const proved = ben.getByRole('button', { name: 'Approve with a passkey' });
	await expect(ben.getByText('Your passkey is not entered for approvals yet.')).toBeVisible();
	await expect(proved).toHaveCount(0);
	await ben.getByRole('button', { name: 'Enter my passkey for approvals' }).click();
	await expect(ben.getByText('Your passkey is in this draft')).toBeVisible();
	await ben.getByLabel('I read it. It is right.').check();
	await proved.click();
	await expect(ben.getByText('Approved. It is in this draft')).toBeVisible();
	await expect(ben.getByText('proved by a passkey')).toBeVisible();
	// it waits for nobody else's hand
	await ben.getByLabel('What did you change?').fill('Approve the bus stop');
	await ben.getByRole('button', { name: 'Save the version' }).click();
	await expect(ben.getByText('Version saved.')).toBeVisible();
	await expectForAll(ben);

	await ben.getByRole('link', { name: /^Ben/ }).click();
	await expect(ben.getByText(/^approved guides\/bus-stop\/en\.md in /)).toBeVisible();
	await expect(ben.getByText('was refused "approve": not for their role')).toBeVisible();
	expect(editor.git('log', '--format=%an %s', 'handrail-audit')).toContain('Tia was refused');
	await ben.getByRole('button', { name: 'ES: español' }).click();
	await expectForAll(ben);
	await ben.getByRole('button', { name: 'Salir', exact: true }).click();
	await expect(ben.getByRole('heading', { name: 'Entrar' })).toBeVisible();
	await expectForAll(ben);
	await ben.getByRole('button', { name: 'Entrar con una llave de acceso' }).click();
	await expect(ben.getByRole('heading', { name: 'Lo que necesita a una persona' })).toBeVisible();
	await bens.close();
});
