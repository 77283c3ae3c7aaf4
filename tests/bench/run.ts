// `npm run bench`: what a reader waits for, and what it costs, against what we promise. Never a
// test: it says where we stand on this machine, today.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { verdictOf, type Measured } from './figure.ts';
import { parseOptions, type Options } from './options.ts';
import type { Suite } from './suite.ts';
import { measureColdStart } from './suites/cold-start.ts';
import { measureFirstPage } from './suites/first-page.ts';
import { measureOffline } from './suites/offline.ts';
import { measureScripts } from './suites/scripts.ts';
import { measureSearch } from './suites/search.ts';
import { measureUpdate } from './suites/update.ts';
import { toTable } from './table.ts';
import { openWorkshop } from './workshop.ts';

const SUITES: Readonly<Record<string, Suite>> = {
	'first-page': measureFirstPage,
	scripts: measureScripts,
	offline: measureOffline,
	update: measureUpdate,
	'cold-start': measureColdStart,
	search: measureSearch
};
const RESULTS = 'bench-results';

async function measureAll({ articles, runs, only }: Options): Promise<Measured[]> {
	const workshop = openWorkshop();
	const results: Measured[] = [];
	try {
		for (const [name, measure] of Object.entries(SUITES)) {
			if (only !== undefined && name !== only) continue;
			const say = (line: string): void => {
				console.error(`${name}: ${line}`);
			};
			results.push(...(await measure({ workshop, articles, runs, say })));
		}
	} finally {
		await workshop.close();
	}
	return results;
}

const options = parseOptions(process.argv.slice(2), Object.keys(SUITES));
const [busy = 0] = loadavg();
if (busy > 0.5)
	console.error(`This machine is busy (load ${busy.toFixed(1)}): times will be long.`);

const figures = await measureAll(options);
const machine = { processors: cpus().map(({ model }) => model), loadBefore: busy };
const measuredAt = new Date().toISOString();
mkdirSync(RESULTS, { recursive: true });
const results = figures.map((figure) => ({ verdict: verdictOf(figure), ...figure }));
writeFileSync(
	`${RESULTS}/bench.json`,
	`${JSON.stringify({ measuredAt, machine, options, figures: results }, null, '\t')}\n`
);
console.log(`\n${toTable(figures)}\n\nMore in ${RESULTS}/bench.json`);
