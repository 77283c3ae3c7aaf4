import { anEditorScreen, type EditorScreen } from '#tests/support/publisher/editor-server.ts';
import { expect, test as base } from './watched-test.ts';

const test = base.extend<{ editor: EditorScreen }>({
	// eslint-disable-next-line no-empty-pattern
	editor: async ({}, use) => {
		const editor = await anEditorScreen();
		await use(editor);
		editor.close();
	}
});

const GUIDE = 'guides/bus-stop/en.md';

test('who knows no Git changes a step, sees it on the phone and saves a version', async ({
	page,
	editor
}) => {
	test.setTimeout(90_000);
	await page.setViewportSize({ width: 1280, height: 800 });
	await page.goto(editor.address);
	// Git may know somebody on this machine
	const name = page.getByLabel('Name', { exact: true });
	const articles = page.getByRole('link', { name: 'Articles' }).first();
	await expect(articles).toBeVisible();
	if (!(await name.isVisible())) await page.getByTitle('Change who you are').click();
	await name.fill('Eva Editor');
	await page.getByLabel('E-mail').fill('eva@example.org');
	await page.getByRole('button', { name: 'Go on' }).click();
	await articles.click();
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
