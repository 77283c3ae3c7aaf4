// `npm run bench`: what a reader waits for, and what it costs, against what we promise. Never a
// test: it says where we stand on this machine, today.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { verdictOf, type Measured } from './figure.ts';
import { parseOptions, type Options } from './options.ts';
import type { Suite } from './suite.ts';
import { measureCheck } from './suites/measure-check.ts';
import { measureColdStart } from './suites/measure-cold-start.ts';
import { measureEditor } from './suites/measure-editor.ts';
import { measureFirstPage } from './suites/measure-first-page.ts';
import { measureLoad } from './suites/measure-load.ts';
import { measureOffline } from './suites/measure-offline.ts';
import { measureScripts } from './suites/measure-scripts.ts';
import { measureSearch } from './suites/measure-search.ts';
import { measureUpdate } from './suites/measure-update.ts';
import { measureVerify } from './suites/measure-verify.ts';
import { toTable } from './table.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

const SUITES: Readonly<Record<string, Suite>> = {
	'first-page': measureFirstPage,
	scripts: measureScripts,
	offline: measureOffline,
	update: measureUpdate,
	'cold-start': measureColdStart,
	search: measureSearch,
	'check-message': measureCheck,
	verify: measureVerify,
	load: measureLoad,
	editor: measureEditor
};
const RESULTS = 'bench-results';
/** Of two processors, half a one: more than that is felt in every time. */
const BUSY = 0.5;

/** For what a person can put right: the message alone, without where in the code it came up. */
function orStop<Value>(make: () => Value): Value {
	try {
		return make();
	} catch (error) {
		console.error((error as Error).message);
		process.exit(2);
	}
}

async function measureAll({ articles, runs, only }: Options, workshop: Workshop) {
	const results: Measured[] = [];
	for (const [name, measure] of Object.entries(SUITES)) {
		if (only !== undefined && name !== only) continue;
		const say = (line: string): void => {
			console.error(`${name}: ${line}`);
		};
		results.push(...(await measure({ workshop, articles, runs, say })));
	}
	return results;
}

const options = orStop(() => parseOptions(process.argv.slice(2), Object.keys(SUITES)));
const workshop = orStop(openWorkshop);
const [loadBefore = 0] = loadavg();
if (loadBefore > BUSY) {
	console.error(`This machine is busy (load ${loadBefore.toFixed(1)}): times will be long.`);
}

const results = await measureAll(options, workshop).finally(workshop.close);
const figures = results.map((figure) => ({ verdict: verdictOf(figure), ...figure }));
const machine = { processors: cpus().map(({ model }) => model), loadBefore };
const report = { measuredAt: new Date().toISOString(), machine, options, figures };
mkdirSync(RESULTS, { recursive: true });
writeFileSync(`${RESULTS}/bench.json`, `${JSON.stringify(report, null, '\t')}\n`);
console.log(`\n${toTable(results)}\n\nMore in ${RESULTS}/bench.json`);
