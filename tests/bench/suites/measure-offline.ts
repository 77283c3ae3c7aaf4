import { KB, MB, measured, type Measured } from '../figure.ts';
import { figuresFor } from '../figures.ts';
import type { Traffic } from '../network/meter.ts';
import { SLOW_4G, startSlowProxy } from '../network/slow-proxy.ts';
import { durationOf, untilQuiet } from '../network/until-quiet.ts';
import type { Marks } from '../phone/marks.ts';
import { withNewPhone } from '../phone/phone.ts';
import { readStorage, type Storage } from '../phone/storage.ts';
import { marksOf, waitForMark } from '../phone/wait-for-mark.ts';
import { FIRST_GUIDE, OTHER_GUIDE, perCorpus, type Bench } from '../suite.ts';
import { timeline, trafficByKind } from './traffic-by-kind.ts';

interface FirstVisit {
	readonly marks: Marks;
	/** Of page and worker, until nothing was asked for any more. */
	readonly traffic: Traffic;
	readonly storage: Storage;
}

/** One visit of a new phone: until the app says that it can be read without a network, and to its end. */
export const measureOffline = perCorpus(async (articles, bench) => {
	const { port } = await bench.workshop.corpusSite(articles);
	const visits: FirstVisit[] = [];
	for (let run = 0; run < bench.runs; run += 1) visits.push(await firstVisit(port, bench));
	return visits;
}, toFigures);

async function firstVisit(port: number, { say }: Bench): Promise<FirstVisit> {
	const site = await startSlowProxy(port, SLOW_4G);
	return withNewPhone(async ({ page }) => {
		await page.goto(site.origin + FIRST_GUIDE);
		const readyAt = await waitForMark(page, 'readyAt');
		const traffic = await untilQuiet(site.meter);
		const marks = await marksOf(page);
		const [ready, ended] = [readyAt, durationOf(traffic)].map((ms) => (ms / 1000).toFixed(1));
		say(`ready after ${ready ?? ''} s, all after ${ended ?? ''} s`);

		const storage = await readStorage(page);
		// the word is only worth something if it is true: a page never opened, with the server gone
		await site.close();
		await page.goto(site.origin + OTHER_GUIDE);
		await waitForMark(page, 'textAt', 20_000);
		return { marks, traffic, storage };
	});
}

function toFigures(articles: number, visits: readonly FirstVisit[]): Measured[] {
	const figures = figuresFor(articles);
	const [first] = visits;
	const detail = first && {
		traffic: trafficByKind(first.traffic),
		timeline: timeline(first.traffic),
		marks: first.marks
	};
	const readyMs = ({ marks }: FirstVisit): number => marks.readyAt ?? NaN;
	return [
		measured(
			figures.offlineTime,
			visits.map((visit) => readyMs(visit) / 1000),
			detail
		),
		measured(
			figures.offlineEnd,
			visits.map(({ traffic }) => durationOf(traffic) / 1000)
		),
		measured(
			figures.offlineBytes,
			visits.map(({ traffic }) => traffic.bytes / KB)
		),
		measured(
			figures.offlineRequests,
			visits.map(({ traffic }) => traffic.requests)
		),
		measured(
			figures.offlineBlocked,
			visits.map(({ marks }) => longestTask(marks, marks.firstWordAt ?? 0, marks.readyAt)),
			visits.map(({ marks }) => marks.longTasks)
		),
		measured(
			figures.storage,
			visits.map(({ storage }) => (storage.contentBytes + storage.codeBytes) / MB),
			visits.map(({ storage }) => storage)
		)
	];
}

/** Of the tasks that overlap a time. 0: none was long enough for the browser to name it. */
export function longestTask({ longTasks }: Marks, from: number, to = Infinity): number {
	const during = longTasks.filter(({ startedAt, ms }) => startedAt + ms > from && startedAt < to);
	return Math.max(0, ...during.map(({ ms }) => ms));
}
