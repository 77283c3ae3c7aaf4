// `npm run bench:push`: what telling people costs, against what was promised. JSON on standard output.
// Never a test: it says where this machine stands, today.
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { measureContent } from './push/measure-content.ts';
import { measureFanOut } from './push/measure-fan-out.ts';
import { measureInvented } from './push/measure-invented.ts';
import { measureKills } from './push/measure-kills.ts';
import { measureOrigins } from './push/measure-origins.ts';
import { measureRate } from './push/measure-rate.ts';
import { measureStore } from './push/measure-store.ts';
import { measureTwoSenders } from './push/measure-two-senders.ts';
import type { PushBench } from './push/push-bench.ts';
import { verdictOfPush, type PushFigure } from './push/push-figure.ts';
import { openWorkplace } from './push/workplace.ts';

const BENCHES: Readonly<Record<string, PushBench>> = {
	content: measureContent,
	rate: measureRate,
	store: measureStore,
	origins: measureOrigins,
	invented: measureInvented,
	'two-senders': measureTwoSenders,
	kills: measureKills,
	'fan-out': measureFanOut
};

const { only, quick } = parseArgs({
	options: { only: { type: 'string' }, quick: { type: 'boolean', default: false } }
}).values;
if (only !== undefined && !(only in BENCHES)) {
	console.error(
		`There is no "${only}". npm run bench:push -- [--quick] [--only ${Object.keys(BENCHES).join('|')}]`
	);
	process.exit(2);
}

const place = openWorkplace();
const [loadBefore = 0] = loadavg();
const figures: PushFigure[] = [];
try {
	for (const [name, measure] of Object.entries(BENCHES)) {
		if (only !== undefined && name !== only) continue;
		const say = (line: string): void => {
			console.error(`${name}: ${line}`);
		};
		figures.push(...(await measure({ place, quick, say })));
	}
} finally {
	place.close();
}
const machine = {
	processors: cpus().map(({ model }) => model),
	loadBefore,
	loadAfter: loadavg()[0]
};
const judged = figures.map((figure) => ({ verdict: verdictOfPush(figure), ...figure }));
console.log(
	JSON.stringify(
		{ measuredAt: new Date().toISOString(), quick, machine, figures: judged },
		null,
		'\t'
	)
);
