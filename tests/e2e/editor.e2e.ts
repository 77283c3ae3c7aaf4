import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { anEditorScreen, type EditorScreen } from '#tests/support/publisher/editor-server.ts';
import { expect, test as base } from './watched-test.ts';

const test = base.extend<{ editor: EditorScreen }>({
	editor: async ({ page }, use) => {
		const editor = await anEditorScreen();
		await use(editor);
		// a page that asks for more finds nobody
		await page.goto('about:blank');
		editor.close();
	}
});

const GUIDE = 'guides/bus-stop/en.md';

/** Says who works here; Git may know somebody on this machine. */
async function introduce(page: Page): Promise<void> {
	const name = page.getByLabel('Name', { exact: true });
	await expect(page.getByRole('link', { name: 'Articles' }).first()).toBeVisible();
	if (!(await name.isVisible())) await page.getByTitle('Change who you are').click();
	await name.fill('Eva Editor');
	await page.getByLabel('E-mail').fill('eva@example.org');
	await page.getByRole('button', { name: 'Go on' }).click();
}

/** Somebody else's key: a phone or a laptop that asks for a fingerprint. */
async function withPasskeyOf(page: Page, name: string): Promise<void> {
	const cdp = await page.context().newCDPSession(page);
	await cdp.send('WebAuthn.enable');
	const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			...{ protocol: 'ctap2', transport: 'internal', automaticPresenceSimulation: true },
			...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true }
		}
	});
	await page.getByLabel('Your name').fill(name);
	await page.getByRole('button', { name: 'Add a passkey of mine' }).click();
	await expect(page.getByText('Your passkey is in this draft')).toBeVisible();
	await page.getByLabel('I read it. It is right.').check();
	await page.getByRole('button', { name: 'Approve with a passkey' }).click();
	await expect(page.getByText('Approved. It is in this draft')).toBeVisible();
	await cdp.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
}

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 360, height: 640 };

/** At both widths: axe finds nothing, and nothing is wider than the screen. */
async function expectForAll(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
	const found = violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
	expect.soft(found, page.url()).toEqual([]);
	await page.setViewportSize(NARROW);
	const wide = await page.evaluate(() => document.documentElement.scrollWidth);
	expect.soft(wide, page.url()).toBeLessThanOrEqual(NARROW.width);
	await page.setViewportSize(WIDE);
}

test('who knows no Git changes a step, sees it on the phone and saves a version', async ({
	page,
	editor
}) => {
	test.setTimeout(90_000);
	await page.setViewportSize({ width: 1280, height: 800 });
	await page.goto(editor.address);
	await introduce(page);
	await page.getByRole('link', { name: 'Articles' }).first().click();
	await page.getByRole('link', { name: 'You wait for the bus' }).click();

	// the page beside it follows each key
	const step = page.getByRole('textbox', { name: 'Do 2' });
	const phone = page.frameLocator('iframe');
	await expect(phone.getByText('Look at the sign.')).toBeVisible();
	await step.click();
	await page.keyboard.press('Home');
	await page.keyboard.type('Stop. ');
	await expect(phone.getByText('Stop. Look at the sign.')).toBeVisible();

	await expect(page.getByText('Saved on this computer')).toBeVisible();
	// nothing of it is in the published texts yet
	expect(editor.read(GUIDE)).not.toContain('Stop.');
	await page.getByLabel('What did you change?').fill('Say to stop first');
	await page.getByRole('button', { name: 'Save the version' }).click();
	await expect(page.getByText('Version saved.')).toBeVisible();
	expect(editor.git('log', '-1', '--format=%an %s', 'draft/you-wait-for-the-bus')).toBe(
		'Eva Editor Say to stop first\n'
	);
	expect(editor.read(GUIDE)).toMatch(/^2\. Stop\. Look at the sign\. \{1\.02\}$/m);
});

test('a new guide goes from a form through two approvals with passkeys into an edition', async ({
	page,
	browserName,
	editor
}) => {
	test.skip(browserName !== 'chromium', 'only Chromium has authenticators for tests');
	await page.setViewportSize(WIDE);
	await page.goto(editor.address);
	await introduce(page);
	await expectForAll(page);
	await page.getByRole('link', { name: 'Articles' }).first().click();
	await page.getByRole('link', { name: 'New article' }).click();
	await page.getByLabel('Title').fill('The gate is closed');
	await page.getByLabel('Short name for the address').fill('gate-closed');
	await page.getByLabel('In one sentence').fill('What to do at a closed gate.');
	await page.getByLabel('Scenario').fill('S13');
	await page.getByLabel('As of').fill('2025');
	await page.getByLabel('family').check();
	await page.getByLabel(/^Do:/).fill('Wait. {1.01}\nLook at the sign.\nAsk.');
	await page.getByLabel(/^Call:/).fill('contact:help-line {1.02}');
	await page.getByLabel(/^Why:/).fill('A city rule names the gates. {1.02}');
	await page.getByLabel('Rules it rests on').fill('door-rule');
	await page.getByLabel('What is new').fill('A guide for a closed gate is new.');
	await page.getByLabel('Why', { exact: true }).fill('People asked what to do there.');
	await page.getByLabel('What to do now').fill('Read it before you go.');
	await page.getByLabel('How it was before').fill('There was no guide for it.');
	await page.getByRole('checkbox', { name: 'Español' }).uncheck();
	await expectForAll(page);
	await page.getByRole('button', { name: 'Make it' }).click();

	await expect(page.frameLocator('iframe').getByText('Look at the sign.')).toBeVisible();
	await page.getByRole('textbox', { name: 'Do 2' }).click();
	await page.keyboard.press('End');
	await page.keyboard.type(' {');
	await page.getByLabel('Find a fact').fill('1.02');
	await expect(page.getByRole('option')).toHaveCount(1);
	await page.keyboard.press('Enter');
	const mark = page.getByRole('button', { name: 'Mark as practice' });
	await expect(mark).toHaveCount(1);
	await mark.click();
	await expect(page.getByText('Nothing is in the way')).toBeVisible();
	await expectForAll(page);

	await page.getByRole('link', { name: 'Read and decide' }).click();
	await expect(page.getByText('Nobody has approved it yet.')).toBeVisible();
	await expectForAll(page);
	await withPasskeyOf(page, 'Ana López');
	await withPasskeyOf(page, 'Ben Wu');
	await expect(page.getByText('Enough people have approved it.')).toBeVisible();

	await page.getByRole('link', { name: 'guides/gate-closed/en.md' }).click();
	await page.getByLabel('What did you change?').fill('Say what to do at a gate');
	await page.getByRole('button', { name: 'Save the version' }).click();
	await expect(page.getByText('Version saved.')).toBeVisible();
	expect(editor.read('guides/gate-closed/en.md')).toMatch(
		/^1\. Wait\. \{1\.01\}\n2\. Look at the sign\. \{1\.02\}\n3\. Ask\. \{practice\}$/m
	);

	const folder = editor.git('rev-parse', '--show-toplevel').trim();
	const [content, out] = [join(folder, 'src/content'), join(folder, 'published')];
	const script = 'tests/support/publisher/build-edition.ts';
	const args = [script, content, out, join(folder, 'anchor.ts')];
	const built = spawnSync(process.execPath, args, { encoding: 'utf8' });
	expect(built.stderr).toBe('');
	expect(built.status).toBe(0);
	const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((it) =>
		it.isFile()
	);
	const texts = files.map((it) => readFileSync(join(it.parentPath, it.name), 'utf8'));
	expect(texts.filter((it) => it.includes('The gate is closed')).length).toBeGreaterThan(0);
});
