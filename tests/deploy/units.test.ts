import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { renderMetrics } from '#lib/server/operator/metrics.ts';
import { aTemporaryFolder } from '#tests/support/publisher/temporary-folder.ts';

const UNITS = globSync('docs/deploy/*.{service,timer}');
const APP = '/srv/handrail/app';

const linesOf = (unit: string, key: string): string[] =>
	[...readFileSync(unit, 'utf8').matchAll(new RegExp(`^${key}=(.*)$`, 'gm'))].map(
		([, value = '']) => value
	);

test('every unit starts a program that is here', () => {
	expect(UNITS.map((it) => basename(it)).sort()).toEqual([
		'handrail-editor.service',
		'handrail-renew.service',
		'handrail-renew.timer',
		'handrail-sender.service',
		'handrail-watch.service',
		'handrail-watch.timer',
		'handrail.service'
	]);
	for (const unit of UNITS.filter((it) => it.endsWith('.service'))) {
		const [node = '', script = ''] = linesOf(unit, 'ExecStart')[0]?.split(' ') ?? [];
		expect(existsSync(node.replace(APP, '.')), `${unit}: ${node}`).toBe(true);
		expect(existsSync(script), `${unit}: ${script}`).toBe(true);
		expect(linesOf(unit, 'WorkingDirectory'), unit).toEqual([APP]);
	}
});

const systemd = spawnSync('systemd-analyze', ['--version'], { encoding: 'utf8' });
const isThere = systemd.status === 0;

test.skipIf(!isThere)(
	isThere ? 'systemd finds no fault with the units' : 'systemd-analyze is not installed (skipped)',
	() => {
		const folder = aTemporaryFolder();
		const bin = join(folder, 'node_modules/.bin');
		mkdirSync(bin, { recursive: true });
		symlinkSync(process.execPath, join(bin, 'node'));
		const copies = UNITS.map((unit) => {
			const copy = join(folder, basename(unit));
			// only what must be on the machine: a user that every machine has, and the program
			const text = readFileSync(unit, 'utf8').replaceAll(APP, folder);
			writeFileSync(copy, text.replace(/^User=.*/m, 'User=daemon'));
			return copy;
		});
		const { status, stderr } = spawnSync('systemd-analyze', ['verify', ...copies], {
			encoding: 'utf8',
			env: { ...process.env, SYSTEMD_UNIT_PATH: `${folder}:` }
		});
		const ours = stderr.split('\n').filter((line) => /handrail/.test(line));
		expect([status, ours]).toEqual([0, []]);
	}
);

test('the alerts ask for metrics that the server has, and warn three days before', () => {
	interface Rules {
		readonly groups: readonly { readonly rules: readonly { alert: string; expr: string }[] }[];
	}
	const { groups } = parse(readFileSync('docs/deploy/alerts.yml', 'utf8')) as Rules;
	const rules = groups.flatMap((group) => group.rules);
	const metrics = renderMetrics({
		...{ subscriptions: 0, quarantined: 0, months: [], announcements: [], sender: undefined },
		...{ maxSubscriptions: 1, pushHosts: [], maxPushHosts: 1 },
		expiries: (['root', 'edition', 'head'] as const).map((what) => {
			return { what, version: 1, expires: '2026-11-24T12:00:00.000Z', daysLeft: 2.5 };
		})
	});
	for (const { alert, expr } of rules) {
		const names = expr.match(/handrail_\w+/g) ?? [];
		expect(names.length, alert).toBeGreaterThan(0);
		for (const name of names) expect(metrics, alert).toContain(`# TYPE ${name} `);
	}
	expect(rules.find(({ alert }) => alert === 'HandrailExpiresSoon')?.expr).toBe(
		'handrail_days_left < 3'
	);
	for (const what of ['root', 'edition', 'head']) {
		expect(metrics).toContain(`handrail_days_left{what="${what}"} 2.5`);
	}
});
