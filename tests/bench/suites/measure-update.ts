import type { Page } from '@playwright/test';
import english from '../../../src/messages/en.json' with { type: 'json' };
import { changeOneSentence } from '../corpus/make-corpus.ts';
import { KB, measured } from '../figure.ts';
import { figuresFor } from '../figures.ts';
import type { Traffic } from '../network/meter.ts';
import { SLOW_4G, startSlowProxy, type SlowProxy } from '../network/slow-proxy.ts';
import { untilQuiet } from '../network/until-quiet.ts';
import type { Marks } from '../phone/marks.ts';
import { deleteProfile, newProfile, startPhone, type Phone } from '../phone/phone.ts';
import { marksOf, waitForMark } from '../phone/wait-for-mark.ts';
import { FIRST_GUIDE, perCorpus, type Bench } from '../suite.ts';
import type { CorpusSite } from '../workshop.ts';
import { longestTask } from './measure-offline.ts';
import { timeline } from './traffic-by-kind.ts';

const SLUG = FIRST_GUIDE.split('/').at(-2) ?? '';

/** What the page does because it switched belongs to the switch: reading what is new, marking it. */
const AFTER_SWITCH_MS = 1000;

/** The app was opened while a new edition was out. */
interface Opening {
	/** From the navigation to the switch. */
	readonly ms: number;
	readonly traffic: Traffic;
}

/** A tap on "Check now" in a page that stays open. */
interface Tap {
	readonly marks: Marks;
	/** In the page's own time, as its marks are. */
	readonly askedAt: number;
}

/** A corrected sentence: on a phone that is opened, and in a page that is open. */
export const measureUpdate = perCorpus(updatesOf, (articles, { openings, taps }) => {
	const figures = figuresFor(articles);
	const last = openings.at(-1);
	return [
		measured(
			figures.updateTime,
			openings.map(({ ms }) => ms / 1000),
			last && timeline(last.traffic)
		),
		measured(
			figures.updateBytes,
			openings.map(({ traffic }) => traffic.bytes / KB)
		),
		measured(
			figures.updateRequests,
			openings.map(({ traffic }) => traffic.requests)
		),
		measured(figures.updateBlocked, taps.map(longestOf), taps)
	];
});

function longestOf({ marks, askedAt }: Tap): number {
	const switchedAt = marks.switchedAt.find((at) => at > askedAt) ?? NaN;
	return longestTask(marks, askedAt, switchedAt + AFTER_SWITCH_MS);
}

async function updatesOf(articles: number, { workshop, runs, say }: Bench) {
	const site = await workshop.corpusSite(articles, { isOwn: true });
	const network = await startSlowProxy(site.port, SLOW_4G);
	const profile = await newProfile();
	const openings: Opening[] = [];
	const taps: Tap[] = [];

	await withPhone(profile, async ({ page }) => {
		await page.goto(network.origin + FIRST_GUIDE);
		await waitForMark(page, 'readyAt');
		await untilQuiet(network.meter);
	});
	for (let run = 1; run <= runs; run += 1) {
		await publish(site, `opening ${String(run)}`);
		const opening = await withPhone(profile, (phone) => openAnew(phone, network));
		say(`switched after ${opening.ms.toFixed(0)} ms, ${String(opening.traffic.bytes)} B`);
		openings.push(opening);
	}
	await withPhone(profile, async ({ page }) => {
		await page.goto(`${network.origin}/en/about/`);
		await page.getByRole('button', { name: english.check_now }).waitFor();
		// a page that is opened looks for news by itself: that must be over before anything is new
		await untilQuiet(network.meter);
		for (let run = 1; run <= runs; run += 1) {
			await publish(site, `tap ${String(run)}`);
			taps.push(await checkNow(page));
		}
	});
	await network.close();
	await withPhone(profile, async ({ page }) => {
		await page.goto(network.origin + FIRST_GUIDE);
		// the background of a guide is folded away: it is in the page, not in sight
		await page.getByText(`tap ${String(runs)}`).waitFor({ state: 'attached' });
	});
	await deleteProfile(profile);
	return { openings, taps };
}

const publish = (site: CorpusSite, name: string): Promise<void> =>
	site.publish(changeOneSentence(site.corpus, SLUG, `${name} of the benchmark`));

/** A browser that has just started is busy with itself. */
const WARM_UP_MS = 1500;

async function openAnew({ page }: Phone, { meter, origin }: SlowProxy): Promise<Opening> {
	await page.waitForTimeout(WARM_UP_MS);
	meter.reset();
	await page.goto(`${origin}/`, { waitUntil: 'commit' });
	await untilSwitched(page, 0);
	const [switchedAt = NaN] = (await marksOf(page)).switchedAt;
	return { ms: switchedAt, traffic: await untilQuiet(meter) };
}

async function checkNow(page: Page): Promise<Tap> {
	const before = (await marksOf(page)).switchedAt.length;
	const askedAt = await page
		.getByRole('button', { name: english.check_now })
		.evaluate((button: HTMLElement) => {
			const now = performance.now();
			button.click();
			return now;
		});
	await untilSwitched(page, before);
	await page.waitForTimeout(2 * AFTER_SWITCH_MS);
	return { marks: await marksOf(page), askedAt };
}

const untilSwitched = (page: Page, before: number): Promise<unknown> =>
	page.waitForFunction((count) => window.bench.switchedAt.length > count, before, {
		polling: 100,
		timeout: 60_000
	});

async function withPhone<Result>(
	profile: string,
	use: (phone: Phone) => Promise<Result>
): Promise<Result> {
	const phone = await startPhone(profile);
	try {
		return await use(phone);
	} finally {
		await phone.close();
	}
}
