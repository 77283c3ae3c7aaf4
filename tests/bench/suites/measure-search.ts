import type { Page } from '@playwright/test';
import { measured } from '../figure.ts';
import { figuresFor } from '../figures.ts';
import { NO_DELAY, startSlowProxy } from '../network/slow-proxy.ts';
import { answerTime } from '../phone/answer-time.ts';
import { deleteProfile, newProfile, startPhone } from '../phone/phone.ts';
import { waitForMark } from '../phone/wait-for-mark.ts';
import { FIRST_GUIDE, perCorpus, type Bench } from '../suite.ts';

/** Letters that English articles have words with. The field is emptied between them. */
const LATER_KEYS = ['b', 'c', 'd', 's', 'p'];

interface Sample {
	readonly cold: number;
	readonly warm: readonly number[];
}

/** Offline, after a cold start: from a key pressed in the empty field to results on screen. */
export const measureSearch = perCorpus(samplesOf, (articles, samples) => {
	const figures = figuresFor(articles);
	return [
		measured(
			figures.searchCold,
			samples.map(({ cold }) => cold)
		),
		measured(
			figures.searchWarm,
			samples.flatMap(({ warm }) => warm)
		)
	];
});

async function samplesOf(articles: number, { workshop, runs, say }: Bench): Promise<Sample[]> {
	const { port } = await workshop.corpusSite(articles);
	const network = await startSlowProxy(port, NO_DELAY);
	const profile = await newProfile();
	const first = await startPhone(profile);
	await first.page.goto(network.origin + FIRST_GUIDE);
	await waitForMark(first.page, 'readyAt');
	await first.close();
	await network.close();

	const samples: Sample[] = [];
	for (let run = 0; run < runs; run += 1) {
		const { page, close } = await startPhone(profile);
		await page.goto(`${network.origin}/en/search/`);
		await page.locator('input[type=search]:enabled').focus();
		const cold = await pressKey(page, 'w');
		const warm: number[] = [];
		for (const key of LATER_KEYS) warm.push(await pressKey(page, key));
		await close();
		say(`first key ${cold.toFixed(0)} ms, later ${warm.map((ms) => ms.toFixed(0)).join(', ')} ms`);
		samples.push({ cold, warm });
	}
	await deleteProfile(profile);
	return samples;
}

/** Presses a real key and waits for the frame that shows how many were found. */
async function pressKey(page: Page, key: string): Promise<number> {
	await page.locator('input[type=search]').fill('');
	await page.waitForFunction(() => !document.querySelector('main [aria-live]')?.textContent.trim());
	const answered = answerTime(page, { shown: 'main [aria-live]' });
	await page.waitForTimeout(300);
	await page.keyboard.press(key);
	return answered;
}
