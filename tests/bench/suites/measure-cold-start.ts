import type { Page } from '@playwright/test';
import { barePage } from '../baselines/bare-page.ts';
import { CACHED_PAGE } from '../baselines/cached-page.ts';
import { startBaselines } from '../baselines/static-server.ts';
import { measured } from '../figure.ts';
import { COLD_START } from '../figures.ts';
import { TEXT_SHOWN } from '../phone/marks.ts';
import { deleteProfile, newProfile, startPhone } from '../phone/phone.ts';
import { waitForMark } from '../phone/wait-for-mark.ts';
import { NO_DELAY, startSlowProxy } from '../network/slow-proxy.ts';
import { FIRST_GUIDE, OTHER_GUIDE, type Bench, type Suite } from '../suite.ts';

/**
 * The browser starts on a phone that has everything, and no server answers: from the navigation to
 * the first step of a guide on screen. In turn with the same text as one static page out of a cache,
 * on the same phone.
 */
export const measureColdStart: Suite = async ({ workshop, articles, runs, say }: Bench) => {
	const { port } = await workshop.corpusSite(Math.min(...articles));
	const baselines = await startBaselines(barePage(workshop.buildDir, OTHER_GUIDE));
	const ours = await startSlowProxy(port, NO_DELAY);
	const theirs = await startSlowProxy(baselines.port, NO_DELAY);
	const profile = await newProfile();

	await withPhone(profile, async (page) => {
		await page.goto(ours.origin + FIRST_GUIDE);
		await waitForMark(page, 'readyAt');
		await page.goto(theirs.origin + CACHED_PAGE);
		await page.waitForFunction(() => 'isKept' in window);
	});
	await Promise.all([ours.close(), theirs.close()]);
	baselines.close();

	const samples: { ours: number; theirs: number }[] = [];
	// the first of each finds the machine's own file cache cold: it does not count
	for (let run = 0; run <= runs; run += 1) {
		const sample = {
			ours: await coldStart(profile, ours.origin + OTHER_GUIDE),
			theirs: await coldStart(profile, theirs.origin + CACHED_PAGE)
		};
		if (run === 0) continue;
		samples.push(sample);
		say(`text after ${sample.ours.toFixed(0)} ms, static page ${sample.theirs.toFixed(0)} ms`);
	}
	await deleteProfile(profile);
	return [
		measured(
			COLD_START,
			samples.map((sample) => sample.ours / sample.theirs),
			samples
		)
	];
};

const coldStart = (profile: string, url: string): Promise<number> =>
	withPhone(profile, async (page) => {
		// a browser that has just started is busy with itself: both pages would measure that
		await page.waitForTimeout(1500);
		// nothing is asked of the page until then: the asking alone takes 40 ms of its slowed processor
		const shown = page.waitForEvent('console', {
			predicate: (line) => line.text() === TEXT_SHOWN,
			timeout: 30_000
		});
		await Promise.all([shown, page.goto(url, { waitUntil: 'commit' })]);
		return waitForMark(page, 'textAt');
	});

async function withPhone<Result>(
	profile: string,
	use: (page: Page) => Promise<Result>
): Promise<Result> {
	const phone = await startPhone(profile);
	try {
		return await use(phone.page);
	} finally {
		await phone.close();
	}
}
