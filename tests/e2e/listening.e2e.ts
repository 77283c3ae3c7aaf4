import type { Page } from '@playwright/test';
import { expect, readyFor, test } from './site-test.ts';

interface FakeSpeech {
	readonly said: string[];
	end(): void;
	voices(...langs: string[]): void;
}
declare global {
	var speech: FakeSpeech;
}

/** Gives the browser silent voices, since test machines have none. The test decides when one ends. */
async function giveVoices(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const said: string[] = [];
		let voices: Partial<SpeechSynthesisVoice>[] = [];
		let current: SpeechSynthesisUtterance | undefined;
		const synthesis = Object.assign(new EventTarget(), {
			getVoices: () => voices,
			speak(utterance: SpeechSynthesisUtterance) {
				current = utterance;
				said.push(`${utterance.text} @${String(utterance.rate)}`);
				utterance.dispatchEvent(new Event('start'));
			},
			cancel: () => (current = undefined)
		});
		class Utterance extends EventTarget {
			text: string;
			rate = 1;
			constructor(text: string) {
				super();
				this.text = text;
				for (const name of ['start', 'end', 'error'] as const) {
					this.addEventListener(name, (event) => {
						(this as unknown as Record<string, (of: Event) => void>)[`on${name}`]?.(event);
					});
				}
			}
		}
		Object.defineProperty(globalThis, 'speechSynthesis', { value: synthesis });
		Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', { value: Utterance });
		globalThis.speech = {
			said,
			end: () => current?.dispatchEvent(new Event('end')),
			voices(...langs) {
				voices = langs.map((lang) => ({ lang, localService: lang !== 'es-far', default: false }));
				synthesis.dispatchEvent(new Event('voiceschanged'));
			}
		};
	});
}

const said = (page: Page): Promise<string[]> => page.evaluate(() => globalThis.speech.said);
const end = (page: Page): Promise<void> =>
	page.evaluate(() => {
		globalThis.speech.end();
	});
const have = (page: Page, ...langs: string[]): Promise<void> =>
	page.evaluate((all) => {
		globalThis.speech.voices(...all);
	}, langs);

test('reads a guide aloud by a voice of this phone, and goes silent when it is left', async ({
	page,
	site
}) => {
	await giveVoices(page);
	await readyFor(page, `${site.origin}/es/guides/home-door/`);
	await site.kill();
	await have(page, 'en-US', 'es-far');
	const listen = page.getByRole('button', { name: 'Escuchar', exact: true });
	await expect(page.locator('.tools button').first()).toBeVisible();
	await expect(listen).toHaveCount(0);

	await have(page, 'en-US', 'es-US');
	await listen.click();
	const player = page.getByRole('region', { name: 'Escuchando' });
	await expect(player.getByRole('button', { name: 'Pausa' })).toBeFocused();
	await expect(player.getByRole('link', { name: /800-354-0365/ })).toBeVisible();
	await expect.poll(() => said(page)).toHaveLength(1);
	expect((await said(page))[0]).toContain('borrador');
	await end(page);
	await end(page);
	await expect(player).toContainText('Paso 1 de 7');
	await expect
		.poll(() => page.evaluate(() => [...(CSS.highlights.get('spoken') ?? [])].map(String)))
		.toEqual([(await said(page)).at(-1)?.replace(' @1', '')]);

	await player.getByRole('button', { name: 'Velocidad: 1' }).click();
	await expect.poll(async () => (await said(page)).at(-1)).toMatch(/ @1.2$/);
	await player.getByRole('button', { name: 'Pausa' }).click();
	await player.getByRole('button', { name: 'Seguir' }).click();
	const [before, last] = (await said(page)).slice(-2);
	expect(last).toBe(before);

	const count = (await said(page)).length;
	await page.getByRole('link', { name: 'Ocultar', exact: true }).click();
	await expect(player).toHaveCount(0);
	await end(page);
	expect(await said(page)).toHaveLength(count);
});

test('a voice that is lost gives the call bar back, and says so', async ({ page, site }) => {
	await giveVoices(page);
	await readyFor(page, `${site.origin}/en/guides/home-door/`);
	await have(page, 'en-US');
	await page.getByRole('button', { name: 'Listen', exact: true }).click();
	const call = page.locator('.pin').getByText('Call 800-354-0365');
	await expect(page.locator('.pin a.call')).toBeHidden();
	await have(page);
	await expect(call).toBeVisible();
	await expect(page.getByRole('status').filter({ hasText: 'The voice stopped.' })).toBeVisible();
	await expect(page.getByRole('region', { name: 'Listening' })).toHaveCount(0);
});
