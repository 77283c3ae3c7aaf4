import type { Page } from '@playwright/test';
import english from '../../../src/messages/en.json' with { type: 'json' };
import { changeOneSentence } from '../corpus/make-corpus.ts';
import { measured } from '../figure.ts';
import { figuresFor } from '../figures.ts';
import { NO_DELAY, startSlowProxy } from '../network/slow-proxy.ts';
import { answerTime } from '../phone/answer-time.ts';
import { withNewPhone } from '../phone/phone.ts';
import { marksOf, waitForMark } from '../phone/wait-for-mark.ts';
import { FIRST_GUIDE, perCorpus, type Bench } from '../suite.ts';

const SLUG = FIRST_GUIDE.split('/').at(-2) ?? '';
/** Time in which the page reads what is kept: a person takes longer to paste a text. */
const PREPARE_MS = 8000;

interface Sample {
	/** A text that is ours, whole. */
	readonly genuine: number;
	/** The same with one line changed: every line is looked up. */
	readonly altered: number;
}

/** Offline, two editions kept: from the tap on "Check" to the verdict on screen. */
export const measureCheck = perCorpus(samplesOf, (articles, samples) => {
	const figures = figuresFor(articles);
	return [
		measured(
			figures.checkGenuine,
			samples.map(({ genuine }) => genuine)
		),
		measured(
			figures.checkAltered,
			samples.map(({ altered }) => altered)
		)
	];
});

async function samplesOf(articles: number, { workshop, runs, say }: Bench): Promise<Sample[]> {
	const site = await workshop.corpusSite(articles, { isOwn: true });
	const network = await startSlowProxy(site.port, NO_DELAY);
	return withNewPhone(async ({ page }) => {
		await page.goto(network.origin + FIRST_GUIDE);
		await waitForMark(page, 'readyAt');
		await page.goto(`${network.origin}/en/about/`);
		await waitForMark(page, 'readyAt');
		// the page sees the switch: one that is out before it opens is the worker's
		await site.publish(changeOneSentence(site.corpus, SLUG, 'another one'));
		await page.getByRole('button', { name: english.check_now }).first().click();
		await page.waitForFunction(() => window.bench.switchedAt.length > 0, undefined, {
			timeout: 120_000
		});
		await page.goto(`${network.origin}/en/share/#guide/${SLUG}`);
		const text = await page.locator('main p.text').innerText();
		const altered = text.replace(/\n1\. [^\n]+/, '\n1. Do something else.');

		const samples: Sample[] = [];
		for (let run = 0; run < runs; run += 1) {
			await page.goto(`${network.origin}/en/check/`);
			await page.getByRole('textbox').waitFor();
			await page.waitForTimeout(PREPARE_MS);
			const sample = {
				genuine: await check(page, text),
				altered: await check(page, altered)
			};
			say(`genuine ${sample.genuine.toFixed(0)} ms, altered ${sample.altered.toFixed(0)} ms`);
			samples.push(sample);
		}
		const { longTasks } = await marksOf(page);
		const longest = Math.max(0, ...longTasks.map(({ ms }) => ms));
		say(`longest task of the page ${longest.toFixed(0)} ms`);
		await network.close();
		return samples;
	});
}

/** Fills in a text, taps, and waits for the frame that shows the verdict. */
async function check(page: Page, text: string): Promise<number> {
	await page.getByRole('textbox').fill(text);
	return answerTime(page, { button: 'main form button[type=submit]', shown: '.verdict' });
}
