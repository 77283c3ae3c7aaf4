import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { randomMarkup } from '#tests/support/phone/random-markup.ts';
import { expect, test } from './watched-test.ts';

/** Pieces of markup in one run. `npm run test:fuzz` makes twenty runs with other seeds. */
const PIECES = 3000;

/** The app's own component, as one classic script. */
async function pageScript(): Promise<string> {
	const built = await build({
		configFile: false,
		logLevel: 'warn',
		plugins: [svelte({ configFile: false })],
		build: {
			write: false,
			target: 'es2022',
			lib: { entry: 'tests/support/phone/markup-page.ts', formats: ['iife'], name: 'markup' }
		}
	});
	const [output] = [built].flat();
	if (!output || !('output' in output)) throw new Error('Vite built nothing');
	return output.output[0].code;
}

test('the nodes that are checked are those that are inserted, whatever the markup', async ({
	page
}, { repeatEachIndex }) => {
	const ran: string[] = [];
	page.on('dialog', (dialog) => {
		ran.push(`dialog ${dialog.message()}`);
		void dialog.dismiss();
	});
	page.on('request', (request) => ran.push(`request ${request.url()}`));
	// this page has no content security policy: the check alone keeps scripts from running
	await page.setContent('<!doctype html><html lang="en"><title>Markup</title><body></body></html>');
	await page.evaluate(await pageScript());

	const all = randomMarkup(`markup ${String(repeatEachIndex)}`, PIECES);
	const shown = await page.evaluate((it) => window.showMarkup(it), all);

	expect(shown.differences).toEqual([]);
	expect(ran).toEqual([]);
	// guards against a check that lets nothing through, which would pass the lines above
	expect(shown.asElements).toBeGreaterThan(PIECES / 10);
	expect(shown.asText).toBeGreaterThan(PIECES / 10);
});
