import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import {
	expectForAll,
	introduce,
	NARROW,
	WIDE,
	withPasskeyOf
} from '#tests/support/editor/editor-page.ts';
import { anEditorScreen, type EditorScreen } from '#tests/support/editor/editor-server.ts';
import { copyOwnContent, TOUR } from '#tests/support/publisher/editor-tour.ts';
import { expect, readyFor, test as base } from './site-test.ts';

const test = base.extend<{ editor: EditorScreen }>({
	editor: async ({ page }, use) => {
		const editor = await anEditorScreen();
		await use(editor);
		// a page that asks for more finds nobody
		await page.goto('about:blank');
		await editor.close();
	}
});

const GUIDE = 'guides/bus-stop/en.md';

/** A page that was read just now, and what it says: the fact of it is at the step then. */
async function enterFact(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Add a fact to Do 3' }).click();
	await page.getByRole('button', { name: 'A new fact' }).click();
	const form = page.getByRole('form', { name: 'A new fact' });
	await form.getByLabel('Topic').fill('1. An invented rule');
	await form.getByLabel('What is so, in one sentence').fill('Anyone may board a bus.');
	await form.getByLabel('The words of the source').fill('any person may board');
	await form.getByLabel('Its title').fill('An invented timetable');
	await expect(form.getByLabel(/^Its short name/)).toHaveValue('an-invented-timetable');
	await form.getByLabel('Who publishes it').fill('Example Buses');
	await form.getByLabel('Its address').fill('https://example.org/timetable');
	await form.getByRole('button', { name: 'Add the fact' }).click();
	await expect(form).toHaveCount(0);
	await expect(page.getByRole('textbox', { name: 'Do 3' })).toContainText('1.07');
	await expect(page.getByText('Saved on this computer')).toBeVisible();
}

test('who knows no Git changes a step, sees it on the phone, saves a version and sends it', async ({
	page,
	editor
}) => {
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
	await enterFact(page);
	await page.getByLabel('What did you change?').fill('Say to stop first');
	await page.getByRole('button', { name: 'Save the version' }).click();
	await expect(page.getByText('Version saved.')).toBeVisible();
	expect(editor.git('log', '-1', '--format=%an %s', 'draft/you-wait-for-the-bus')).toBe(
		'Eva Editor Say to stop first\n'
	);
	expect(editor.read(GUIDE)).toMatch(
		/^2\. Stop\. Look at the sign\. \{1\.02\}\n3\. Get on\. \{practice\} \{1\.07\}$/m
	);
	expect(editor.read('evidence/facts.json')).toContain('"any person may board"');
	expect(editor.read('sources/an-invented-timetable.yaml')).toContain('facts: ["1.07"]');

	await page.getByRole('button', { name: 'Send', exact: true }).click();
	await expect(page.getByText('Sent to origin.')).toBeVisible();
	expect(editor.git('ls-remote', 'origin')).toContain('refs/heads/draft/you-wait-for-the-bus');
});

test('words of a closed list are chosen, and one that is in no list is not lost', async ({
	page,
	editor
}) => {
	const folder = join(editor.git('rev-parse', '--show-toplevel').trim(), 'src/content');
	const text = editor.read(GUIDE).replace('[bus-crew, family]', '[bus-crew, driver]');
	writeFileSync(join(folder, GUIDE), text);
	await page.setViewportSize(WIDE);
	await page.goto(editor.address);
	await introduce(page);
	await page.goto(`${new URL(editor.address).origin}/articles/guides/bus-stop/en`);
	await page.getByText('About this text').click();
	await page.getByLabel('Urgency').selectOption({ label: 'Today' });
	const audiences = page.getByRole('group', { name: 'For whom' });
	await expect(audiences.getByLabel('“driver” (not in the list)')).toBeChecked();
	await expect(page.getByText('The file says “driver”')).toBeVisible();
	await audiences.getByLabel('Teachers').check();
	await expect(page.getByText('Saved on this computer')).toBeVisible();
	await expectForAll(page);
	await page.getByRole('button', { name: 'ES: español' }).click();
	await expect(page.getByLabel('Urgencia').locator('option:checked')).toHaveText('Hoy');
	await page.getByRole('button', { name: 'EN: English' }).click();
	await page.goto(`${new URL(editor.address).origin}/approve/guides/bus-stop/en`);
	await expect(page.getByText('It has problems that must be mended first.')).toBeVisible();
	await page.getByRole('link', { name: GUIDE }).click();

	await page.getByLabel('What did you change?').fill('Say it to teachers');
	await page.getByRole('button', { name: 'Save the version' }).click();
	await expect(page.getByText('Version saved.')).toBeVisible();
	const saved = editor.read(GUIDE);
	expect(saved).toContain('\naudiences: [bus-crew, driver, teacher]\n');
	expect(saved).toContain('\nurgency: today\n');
});

test('the screen is in Spanish, too, and holds for all on each page', async ({ page, editor }) => {
	// axe looks at four pages, for ten seconds or more on a busy machine
	test.setTimeout(240_000);
	await page.setViewportSize(WIDE);
	await page.goto(editor.address);
	await introduce(page);
	await page.getByRole('button', { name: 'ES: español' }).click();
	await expect(page.getByRole('heading', { name: 'Lo que necesita a una persona' })).toBeVisible();
	await expectForAll(page);
	const { origin } = new URL(editor.address);
	const pages = [
		['/articles/guides/front-door/es', 'Alguien está en su puerta'],
		['/translate/guides/front-door/es', 'Somebody is at your door'],
		['/edition', 'La próxima edición']
	] as const;
	for (const [path, heading] of pages) {
		await page.goto(origin + path);
		await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible();
		await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
		await expectForAll(page);
	}
});

test('while the server is gone nothing that is typed is lost, and the screen says so', async ({
	page,
	editor,
	pageErrors
}) => {
	const { origin } = new URL(editor.address);
	pageErrors.serverIsGone(origin);
	pageErrors.fileIsGone(/\/api\//);
	await page.setViewportSize(WIDE);
	await page.goto(editor.address);
	await introduce(page);
	await page.goto(`${origin}/articles/guides/bus-stop/en`);
	const step = page.getByRole('textbox', { name: 'Do 2' });
	await step.click();
	await page.keyboard.type('Stop. ');
	await expect(page.getByText('Saved on this computer')).toBeVisible();
	await editor.stop();
	await page.keyboard.type('Wait. ');
	await expect(page.getByText('The editor does not answer.')).toBeVisible();
	await expect(page.getByText('Not saved.')).toBeVisible();
	// no way leads off the page that has what was typed
	await page.getByRole('link', { name: 'Next edition' }).click();
	await expect(step).toContainText('Wait.');

	const address = await editor.restart();
	await page.getByRole('button', { name: 'Try again' }).click();
	await expect(page.getByText('The editor was started anew.')).toBeVisible();
	const other = await page.context().newPage();
	await other.goto(address);
	await expect(other.getByRole('heading', { name: 'What needs a person' })).toBeVisible();
	await other.close();
	await page.getByRole('button', { name: 'Try again' }).click();
	await expect(page.getByText('Saved on this computer')).toBeVisible();
	await page.goto(`${origin}/articles/guides/bus-stop/en`);
	await expect(page.getByRole('textbox', { name: 'Do 2' })).toContainText('Wait.');
});

/** The guide of the form, line by line. */
const SPANISH: Readonly<Record<string, string>> = {
	Title: 'El portón está cerrado',
	'In one sentence': 'Qué hacer ante un portón cerrado.',
	'Heading of Do': 'Qué hacer',
	'Do 1': 'Espere ahí fuera.',
	'Do 2': 'Mire el cartel.',
	'Do 3': 'Pida ver qué pasa.',
	'Heading of Call': 'A quién llamar',
	'Heading of Why': 'Por qué',
	'Why 1': 'Una norma de la ciudad nombra los portones.'
};

/** Writes the Spanish beside the English; the marks of facts stay, though all is selected. */
async function translate(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'Translations' }).click();
	await page.getByRole('link', { name: 'The gate is closed' }).click();
	for (const [line, words] of Object.entries(SPANISH)) {
		await page.getByRole('textbox', { name: `${line}, es`, exact: true }).click();
		await page.keyboard.press('ControlOrMeta+a');
		await page.keyboard.insertText(words);
	}
	await expect(page.getByText('0 lines left')).toBeVisible();
	await expectForAll(page);
}

test('a new guide goes by form, Spanish beside it and two passkeys to a phone', async ({
	page,
	browserName,
	editor,
	site
}) => {
	test.setTimeout(180_000);
	test.skip(browserName !== 'chromium', 'only Chromium has authenticators for tests');
	await page.setViewportSize(WIDE);
	await page.goto(editor.address);
	await introduce(page);
	await expectForAll(page);
	await page.getByRole('link', { name: 'Articles' }).first().click();
	await page.getByRole('link', { name: 'New article' }).click();
	await page.getByLabel('Title').fill('The gate is closed');
	await expect(page.getByLabel('Short name for the address')).toHaveValue('the-gate-is-closed');
	await page.getByLabel('Short name for the address').fill('gate-closed');
	await page.getByLabel('In one sentence').fill('What to do at a closed gate.');
	await page.getByLabel(/^Scene/).selectOption('S13');
	await page.getByLabel('As of').fill('2025');
	await page.getByLabel('Families').check();
	await page.getByLabel(/^Do:/).fill('Wait. {1.01}\nLook at the sign.\nAsk.');
	await page.getByLabel(/^Call:/).fill('contact:help-line {1.02}');
	await page.getByLabel(/^Why:/).fill('A city rule names the gates. {1.02}');
	await page.getByLabel('Who may come in?').check();
	await page.getByLabel('What is new').fill('A guide for a closed gate is new.');
	await page.getByLabel('Why', { exact: true }).fill('People asked what to do there.');
	await page.getByLabel('What to do now').fill('Read it before you go.');
	await page.getByLabel('How it was before').fill('There was no guide for it.');
	await expectForAll(page);
	await page.getByRole('button', { name: 'Make it' }).click();

	await expect(page.frameLocator('iframe').getByText('Look at the sign.')).toBeVisible();
	await page.getByRole('textbox', { name: 'Do 2' }).click();
	await page.keyboard.press('End');
	await page.keyboard.type(' {');
	await page.getByLabel('Find a fact').fill('1.02');
	await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1);
	await page.keyboard.press('Enter');
	const mark = page.getByRole('button', { name: 'Mark as practice' });
	await expect(mark).toHaveCount(1);
	await mark.click();
	await expect(page.getByText('Nothing is in the way')).toBeVisible();
	await expectForAll(page);

	const english = page.url();
	await translate(page);
	await page.goto(english);
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
	const script = 'tests/support/publisher/build-edition.ts';
	const args = [script, join(folder, 'src/content'), site.publishedDir, join(folder, 'anchor.ts')];
	const built = spawnSync(process.execPath, args, { encoding: 'utf8' });
	expect(built.status, built.stderr).toBe(0);
	await page.setViewportSize(NARROW);
	await readyFor(page, `${site.origin}/en/about/`);
	await page.goto(`${site.origin}/en/guides/gate-closed/`);
	await expect(page.getByRole('heading', { name: 'The gate is closed' })).toBeVisible();
	await readyFor(page, `${site.origin}/es/about/`);
	await page.goto(`${site.origin}/es/guides/gate-closed/`);
	await expect(page.getByRole('heading', { name: 'El portón está cerrado' })).toBeVisible();
	await expect(page.getByText('Mire el cartel.')).toBeVisible();
});

test('each step of the tour for editors finds what its picture shows', async ({
	page,
	browserName
}) => {
	test.setTimeout(180_000);
	test.skip(browserName !== 'chromium', 'its pictures are taken in Chromium');
	const editor = await anEditorScreen({ copyContent: copyOwnContent });
	try {
		await page.setViewportSize(WIDE);
		await page.goto(editor.address);
		for (const { name, go } of TOUR) {
			await test.step(name, () => go(page, new URL(editor.address).origin));
		}
		await page.goto('about:blank');
	} finally {
		await editor.close();
	}
});
