import type { Page } from '@playwright/test';
import { barePage } from '../baselines/bare-page.ts';
import { BARE_PAGE, startBaselines } from '../baselines/static-server.ts';
import { KB, measured } from '../figure.ts';
import { FIRST_PAGE } from '../figures.ts';
import { SLOW_4G, startSlowProxy, type SlowProxy } from '../network/slow-proxy.ts';
import { withNewPhone } from '../phone/phone.ts';
import { marksOf } from '../phone/wait-for-mark.ts';
import { FIRST_GUIDE, type Bench, type Suite } from '../suite.ts';

interface Visit {
	readonly loadBytes: number;
	readonly loadRequests: number;
	readonly paintMs: number;
}

/** A guide that was prerendered, opened for the first time, and its bare text in turn with it. */
export const measureFirstPage: Suite = async ({ workshop, runs, say }: Bench) => {
	const { port } = await workshop.realSite();
	const baselines = await startBaselines(barePage(workshop.buildDir, FIRST_GUIDE));
	const ours = await startSlowProxy(port, SLOW_4G);
	const bare = await startSlowProxy(baselines.port, SLOW_4G);

	const visits: Visit[] = [];
	const bareVisits: Visit[] = [];
	// the first of each starts files and processes that later ones find warm: it does not count
	for (let run = 0; run <= runs; run += 1) {
		const visit = await visitFirst(ours, FIRST_GUIDE);
		const bareVisit = await visitFirst(bare, BARE_PAGE);
		if (run === 0) continue;
		visits.push(visit);
		bareVisits.push(bareVisit);
		say(`LCP ${visit.paintMs.toFixed(0)} ms, bare ${bareVisit.paintMs.toFixed(0)} ms`);
	}
	await Promise.all([ours.close(), bare.close()]);
	baselines.close();

	const ratios = visits.map(({ paintMs }, run) => paintMs / (bareVisits[run]?.paintMs ?? NaN));
	return [
		measured(
			FIRST_PAGE.bytes,
			visits.map(({ loadBytes }) => loadBytes / KB)
		),
		measured(
			FIRST_PAGE.requests,
			visits.map(({ loadRequests }) => loadRequests)
		),
		measured(FIRST_PAGE.paint, ratios, { visits, bareVisits })
	];
};

async function visitFirst(site: SlowProxy, path: string): Promise<Visit> {
	return withNewPhone(async ({ page }) => {
		await warmUp(page);
		site.meter.reset();
		await page.goto(site.origin + path, { waitUntil: 'load' });
		// the largest paint is known only when nothing larger has come for a while
		await page.waitForTimeout(2000);
		const { largestPaintAt = NaN } = await marksOf(page);
		const until = await loadedAt(page);
		// what the page asks for when it has loaded begins in the same moment
		const before = site.meter.read().exchanges.filter(({ startedAt }) => startedAt < until);
		const loadBytes = before.reduce((sum, { bytes }) => sum + bytes, 0);
		return { loadBytes, loadRequests: before.length, paintMs: largestPaintAt };
	});
}

/** When the page's `load` began, by the clock of this process. */
const loadedAt = async (page: Page): Promise<number> =>
	(await page.evaluate(() => {
		const [visit] = performance.getEntriesByType('navigation');
		return (
			performance.timeOrigin +
			((visit as PerformanceNavigationTiming | undefined)?.loadEventStart ?? NaN)
		);
	})) - performance.timeOrigin;

/** A browser that has just started is busy with itself: both pages would measure that. */
const warmUp = (page: Page): Promise<void> => page.waitForTimeout(1500);
