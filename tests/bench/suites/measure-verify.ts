import { build } from 'vite';
import { anchor } from '#lib/trust/generated/anchor.ts';
import { measured, type Measured } from '../figure.ts';
import { figuresFor } from '../figures.ts';
import type { VerifyTimes } from '../phone/verify-page.ts';
import { withNewPhone } from '../phone/phone.ts';
import type { Bench, Suite } from '../suite.ts';

/** What trust costs: verifying a whole edition and switching to it, against hashing its texts. */
export const measureVerify: Suite = async (bench) => {
	const script = await pageScript();
	const results: Measured[] = [];
	for (const articles of bench.articles) {
		const times = await timesOf(articles, script, bench);
		const ratios = times.map((it) => (it.verifying + it.switching) / it.hashing);
		results.push(measured(figuresFor(articles).verify, ratios, times));
	}
	return results;
};

async function timesOf(
	articles: number,
	script: string,
	{ workshop, runs, say }: Bench
): Promise<VerifyTimes[]> {
	const { port } = await workshop.corpusSite(articles);
	const times: VerifyTimes[] = [];
	for (let run = 0; run < runs; run += 1) {
		const one = await withNewPhone(async ({ page }) => {
			// of the site, with no part of the app in it
			await page.goto(`http://localhost:${String(port)}/reset/`);
			await page.evaluate(script);
			return page.evaluate((it) => window.measureVerify(it), anchor);
		});
		const rounded = Object.entries(one).map(([part, ms]) => `${part} ${Number(ms).toFixed(0)} ms`);
		say(rounded.join(', '));
		times.push(one);
	}
	return times;
}

/** The app's modules as one classic script, as small as they are in the app. */
async function pageScript(): Promise<string> {
	const built = await build({
		configFile: false,
		logLevel: 'warn',
		build: {
			write: false,
			target: 'es2022',
			lib: { entry: 'tests/bench/phone/verify-page.ts', formats: ['iife'], name: 'bench' }
		}
	});
	const [output] = [built].flat();
	if (!output || !('output' in output)) throw new Error('Vite built nothing');
	return output.output[0].code;
}
