import { changeOneSentence } from '../corpus/make-corpus.ts';
import { measured, MB } from '../figure.ts';
import { LOAD } from '../figures.ts';
import { floodSubscriptions } from '../load/flood-subscriptions.ts';
import { editionPaths, openEdition } from '../load/open-edition.ts';
import { openSlowClients } from '../load/slow-clients.ts';
import { memoryOf, pageAlone, watchServer } from '../load/watch-server.ts';
import { FIRST_GUIDE, type Suite } from '../suite.ts';

const ARTICLES = 60;
const PHONES = 10_000;
const SLOW = 2000;
/** Longer than the server waits for a body, and looks. */
const SLOW_FOR_MS = 40_000;
const FLOOD = 10_000;
const MANY = 60_000;
const SLUG = FIRST_GUIDE.split('/').at(-2) ?? '';

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Crowds and abuse, against one process. Client and server share the machine, so times are only compared
 * with each other.
 */
export const measureLoad: Suite = async ({ workshop, say }) => {
	const settings = { TRUST_PROXY: '1' };
	const site = await workshop.corpusSite(ARTICLES, { isOwn: true, settings, tellsMemory: true });
	await site.publish(changeOneSentence(site.corpus, SLUG, 'one sentence of the benchmark'));
	const { first, next } = await editionPaths(site.port);
	/** What the server cannot let go of, in bytes. */
	const held = async (after: string): Promise<number> => {
		const { heapUsed, external, rss } = await site.heldMemory();
		const [kept, taken] = [heapUsed + external, rss].map((it) => (it / MB).toFixed(1));
		say(`${after}: it holds ${kept ?? ''} MB, and has ${taken ?? ''} MB of the machine`);
		return heapUsed + external;
	};
	const alone = await pageAlone(site.port);
	const before = memoryOf(site.pid);
	say(`a page alone ${alone.toFixed(1)} ms, memory ${(before / MB).toFixed(0)} MB`);

	const crowd = async (paths: readonly string[]) => {
		const opening = openEdition(site.port, paths, PHONES);
		const seen = await watchServer(site, opening);
		const { lost, closed, requests, bytes } = await opening;
		say(`${String(requests)} answers, ${(bytes / MB).toFixed(0)} MB, ${String(lost)} lost`);
		return { ...seen, lost, closed };
	};
	const crowds = [await crowd(first)];
	const afterOne = await held('after the first crowd');
	crowds.push(await crowd(next), await crowd(next));
	const afterCrowds = await held('after the third');
	const [, second = NaN, third = NaN] = crowds.map(({ mostMemory }) => mostMemory);

	const slow = openSlowClients(site.port, SLOW);
	const kept = await watchServer(site, wait(SLOW_FOR_MS));
	const left = slow.left();
	slow.close();
	const afterSlow = await held('after slow connections');
	say(`${String(left)} of ${String(SLOW)} slow connections left`);

	const flooding = floodSubscriptions(site.port, FLOOD, 10);
	const flooded = await watchServer(site, flooding);
	const answers = await flooding;
	say(`flood: ${JSON.stringify(answers)}`);
	// more addresses than a limit remembers, and as many others
	await floodSubscriptions(site.port, MANY, 11);
	const afterMany = await held('after a flood of 60,000 addresses');
	await floodSubscriptions(site.port, MANY, 12);
	const afterMore = await held('after one of 60,000 others');
	const { 201: saved = 0, 429: refused = 0 } = answers;

	const all = [...crowds, kept, flooded];
	return [
		measured(LOAD.lost, [crowds.reduce((sum, { lost }) => sum + lost, 0)], crowds),
		measured(LOAD.pagesLost, [all.reduce((sum, { pagesLost }) => sum + pagesLost, 0)]),
		measured(
			LOAD.crowdPage,
			crowds.map(({ pageMs }) => pageMs / alone)
		),
		measured(LOAD.memory, [Math.max(...all.map(({ mostMemory }) => mostMemory)) / MB], { before }),
		measured(LOAD.memoryAgain, [third / second]),
		measured(LOAD.heldAfterCrowds, [afterCrowds / afterOne], { afterOne, afterCrowds }),
		measured(LOAD.heldAfterSlow, [afterSlow / afterCrowds], { afterSlow }),
		measured(LOAD.heldAfterFloods, [afterMore / afterMany], { afterMany, afterMore }),
		measured(LOAD.slowLeft, [left]),
		measured(LOAD.slowPage, [kept.pageMs / alone]),
		measured(LOAD.floodPage, [flooded.pageMs / alone], answers),
		measured(LOAD.floodSaved, [saved], answers),
		measured(LOAD.floodOther, [FLOOD - saved - refused], answers)
	];
};
