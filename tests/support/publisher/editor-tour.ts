import { cpSync } from 'node:fs';
import type { Page } from '@playwright/test';

/** The content of the tour: what readers have, so that an editor sees what they will work on. */
export const copyOwnContent = (to: string): void => {
	cpSync('src/content', to, { recursive: true });
};

const GUIDE = 'guides/home-door';

interface TourStep {
	/** Of its picture: `docs/tour/NAME.webp`. */
	readonly name: string;
	/** From where the step before has left the screen, to what is shown. */
	readonly go: (page: Page, origin: string) => Promise<void>;
}

/** One sentence of a real guide, from the first look to the edition: `docs/editor.md` shows each step. */
export const TOUR: readonly TourStep[] = [
	{
		name: 'waiting',
		async go(page) {
			const name = page.getByLabel('Name', { exact: true });
			await page.getByRole('link', { name: 'Articles' }).first().waitFor();
			if (!(await name.isVisible())) await page.getByTitle('Change who you are').click();
			await name.fill('Eva Editor');
			await page.getByLabel('E-mail').fill('eva@example.org');
			await page.getByRole('button', { name: 'Go on' }).click();
			await page.getByRole('link', { name: 'Read and decide' }).first().waitFor();
		}
	},
	{
		name: 'article',
		async go(page) {
			await page.getByRole('link', { name: 'Articles' }).first().click();
			await page.getByLabel('Find an article').fill('door');
			await page.getByRole('link', { name: 'Officers are at your door' }).click();
			await page.frameLocator('iframe').getByText('Keep the door closed.').waitFor();
			await page.getByText('Nothing is in the way.').waitFor();
		}
	},
	{
		name: 'fact',
		async go(page) {
			await page.getByRole('textbox', { name: 'Do 7' }).click();
			await page.keyboard.press('End');
			await page.keyboard.type(' Or show a red card. {');
			await page.getByLabel('Find a fact').fill('red card');
			await page.getByRole('option', { name: 'ILRC Red Cards' }).waitFor();
		}
	},
	{
		name: 'mend',
		async go(page) {
			await page.keyboard.press('Enter');
			await page.getByRole('button', { name: 'Add the source' }).waitFor();
			await page.getByRole('textbox', { name: 'Do 7' }).blur();
		}
	},
	{
		name: 'version',
		async go(page) {
			await page.getByRole('button', { name: 'Add the source' }).click();
			await page.getByText('Nothing is in the way.').waitFor();
			await page.getByLabel('What did you change?').fill('Say that a red card is enough');
			await page.getByRole('button', { name: 'Save the version' }).click();
			await page.getByRole('button', { name: 'Send', exact: true }).scrollIntoViewIfNeeded();
		}
	},
	{
		name: 'translation',
		async go(page, origin) {
			await page.goto(`${origin}/translate/${GUIDE}/es`);
			await page.getByText('Behind').first().waitFor();
			await page.getByRole('button', { name: /^Left/ }).click();
			await page.getByRole('textbox', { name: 'Do 7, es' }).click();
		}
	},
	{
		name: 'decide',
		async go(page, origin) {
			await page.goto(`${origin}/approve/${GUIDE}/en`);
			await page.getByLabel('Your name').fill('Ana López');
			await page.getByLabel('What you are').fill('lawyer');
			await page.getByLabel('I read it. It is right.').check();
			await page.frameLocator('iframe').getByText('Keep the door closed.').waitFor();
		}
	},
	{
		name: 'edition',
		async go(page, origin) {
			await page.goto(`${origin}/edition`);
			await page.getByRole('button', { name: 'Make the edition' }).waitFor();
			await page.getByText('guide/home-door').click();
			await page.getByText('Or show a red card.').waitFor();
		}
	}
];
