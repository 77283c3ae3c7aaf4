import type { Page } from '@playwright/test';
import english from '../../../src/messages/en.json' with { type: 'json' };
import { changeOneSentence } from '../corpus.ts';
import { KB, measured, type Measured } from '../figure.ts';
import { figuresFor } from '../figures.ts';
import type { Traffic } from '../network/meter.ts';
import { SLOW_4G, startSlowProxy, type SlowProxy } from '../network/slow-proxy.ts';
import type { Marks } from '../phone/marks.ts';
import { withNewPhone } from '../phone/phone.ts';
import { marksOf, waitForMark } from '../phone/wait-for-mark.ts';
import { FIRST_GUIDE, type Bench, type Suite } from '../suite.ts';
import { longestTask } from './measure-offline.ts';
import { timeline } from './traffic-by-kind.ts';

const SLUG = FIRST_GUIDE.split('/').at(-2) ?? '';

/** What the page does because it switched belongs to the switch: reading what is new, marking it. */
const AFTER_SWITCH_MS = 1000;

interface Update {
	/** From the tap to the switch. */
	readonly ms: number;
	readonly traffic: Traffic;
	readonly marks: Marks;
	/** In the page's own time, as its marks are. */
	readonly askedAt: number;
}

/** A corrected sentence, from the tap on "Check now" until the phone has switched to it. */
export const measureUpdate: Suite = async (bench) => {
	const results: Measured[] = [];
	for (const articles of bench.articles) {
		const updates = await updatesOf(articles, bench);
		const figures = figuresFor(articles);
		const last = updates.at(-1);
		results.push(
			measured(
				figures.updateTime,
				updates.map(({ ms }) => ms / 1000),
				last && timeline(last.traffic)
			),
			measured(
				figures.updateBytes,
				updates.map(({ traffic }) => traffic.bytes / KB)
			),
			measured(
				figures.updateBlocked,
				updates.map(({ marks, askedAt, ms }) => {
					return longestTask(marks, askedAt, askedAt + ms + AFTER_SWITCH_MS);
				}),
				updates.map(({ marks, askedAt }) => ({ askedAt, longTasks: marks.longTasks }))
			)
		);
	}
	return results;
};

async function updatesOf(articles: number, { workshop, runs, say }: Bench): Promise<Update[]> {
	const site = await workshop.corpusSite(articles, { isOwn: true });
	const network = await startSlowProxy(site.port, SLOW_4G);
	return withNewPhone(async ({ page }) => {
		await page.goto(network.origin + FIRST_GUIDE);
		await waitForMark(page, 'readyAt');
		// a page that is opened looks for news by itself: that must be over before anything is new
		await page.goto(`${network.origin}/en/about/`);
		await page.getByRole('button', { name: english.check_now }).waitFor();
		await page.waitForTimeout(SETTLE_MS);

		const updates: Update[] = [];
		for (let run = 1; run <= runs; run += 1) {
			await site.publish(changeOneSentence(site.corpus, SLUG, markerOf(run)));
			const update = await checkNow(page, network);
			say(`switched after ${update.ms.toFixed(0)} ms, ${String(update.traffic.bytes)} B`);
			updates.push(update);
		}
		await network.close();
		await page.goto(network.origin + FIRST_GUIDE);
		// the background of a guide is folded away: it is in the page, not in sight
		await page.getByText(markerOf(runs)).waitFor({ state: 'attached' });
		return updates;
	});
}

const SETTLE_MS = 3000;
const markerOf = (run: number): string => `number ${String(run)} of the benchmark`;

async function checkNow(page: Page, { meter }: SlowProxy): Promise<Update> {
	const before = (await marksOf(page)).switchedAt.length;
	meter.reset();
	const askedAt = await page
		.getByRole('button', { name: english.check_now })
		.evaluate((button: HTMLElement) => {
			const now = performance.now();
			button.click();
			return now;
		});
	await page.waitForFunction((count) => window.bench.switchedAt.length > count, before, {
		polling: 100,
		timeout: 60_000
	});
	const traffic = meter.read();
	const switchedAt = (await marksOf(page)).switchedAt.at(-1) ?? NaN;
	await page.waitForTimeout(SETTLE_MS);
	return { ms: switchedAt - askedAt, traffic, marks: await marksOf(page), askedAt };
}
