import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { renderMetrics } from './metrics.ts';
import { OPS_POLICY, renderOpsPage } from './ops-page.ts';
import type { Overview } from './overview.ts';

const overview: Overview = {
	subscriptions: 41,
	maxSubscriptions: 1_000_000,
	pushHosts: [{ suffix: '.notify.windows.com', count: 12 }],
	maxPushHosts: 1000,
	quarantined: 2,
	expiries: [
		{ what: 'root', version: 2, expires: '2027-11-24T12:00:00.000Z', daysLeft: 365 },
		{ what: 'head', version: 9, expires: '2026-11-25T00:00:00.000Z', daysLeft: 0.5 },
		{ what: 'edition', version: 57, expires: '2026-11-20T12:00:00.000Z', daysLeft: -4 }
	],
	months: [{ month: '2026-11', created: 41, lastSeen: 40 }],
	announcements: [
		{
			edition: 57,
			severity: 'critical',
			state: 'sending',
			sendsAt: '2026-11-24T12:10:00.000Z',
			expiresAt: '2026-11-26T12:00:00.000Z',
			isLate: true,
			deliveries: { sent: 30, pending: 11 }
		}
	],
	sender: {
		answers: { accepted: 30, passing: 2 },
		alerts: { 'prune-brake': 1 },
		keptByBrake: 4,
		durations: { cumulative: [1, 2, 3, 4, 5, 6, 7, 8, 9], sumS: 31.5 },
		pushServices: [
			{
				host: 'fcm.googleapis.com"<b>',
				state: 'open',
				inFlight: 0,
				queued: 3,
				credentials: [{ keyId: 'k', state: 'open' }]
			}
		]
	}
};

test('the page has every number, says what is late, and runs no script', () => {
	const html = renderOpsPage(overview, new Date(0));
	expect(html).toContain('41 subscriptions, 2 of them');
	expect(html).toContain('<td>sending (late)</td>');
	expect(html).toContain('<td>Hosts (*.notify.windows.com)</td><td class="number">12</td>');
	expect(html).toContain('<td>sent 30, pending 11</td>');
	expect(html).toContain(
		'<td>fcm.googleapis.com&#34;&#60;b&#62;</td><td>open</td><td>refused</td>'
	);
	expect(html).not.toContain('<script');
});

test('both say how long root, edition and head last, and when phones would refuse all', () => {
	const html = renderOpsPage(overview, new Date(0));
	expect(html).toContain(
		'<td>head 9</td><td>2026-11-25T00:00:00.000Z</td><td class="number">0</td>'
	);
	expect(html).toContain('<td>edition 57</td><td>2026-11-20T12:00:00.000Z</td><td>expired</td>');
	const metrics = renderMetrics(overview);
	expect(metrics).toContain('handrail_days_left{what="root"} 365\n');
	expect(metrics).toContain('handrail_days_left{what="edition"} -4\n');
	expect(metrics).toContain('handrail_edition_trusted 1\n');
	const untrusted = { ...overview, expiries: undefined };
	expect(renderOpsPage(untrusted, new Date(0))).toContain('Phones do not take');
	expect(renderMetrics(untrusted)).toContain('handrail_edition_trusted 0\n');
});

test('its policy allows exactly its own style', () => {
	const style = /<style>([^<]*)<\/style>/.exec(renderOpsPage(overview, new Date(0)))?.[1] ?? '';
	const hash = createHash('sha256').update(style).digest('base64');
	expect(OPS_POLICY).toContain(`style-src 'sha256-${hash}'`);
});

test('an empty server has a whole page, too', () => {
	const sender = undefined;
	const html = renderOpsPage(
		{
			...overview,
			...{ subscriptions: 0, quarantined: 0, months: [], announcements: [], sender },
			expiries: undefined
		},
		new Date()
	);
	expect(html).toContain('This process does not send');
	expect(html.match(/<p>None\.<\/p>/g)).toHaveLength(4);
});

test('metrics are in the form that Prometheus reads', () => {
	const lines = renderMetrics(overview).split('\n');
	expect(lines).toContain('# TYPE handrail_push_answers_total counter');
	expect(lines).toContain('handrail_subscriptions 41');
	expect(lines).toContain('handrail_subscriptions_max 1000000');
	expect(lines).toContain('handrail_push_hosts{suffix=".notify.windows.com"} 12');
	expect(lines).toContain('handrail_push_hosts_max 1000');
	expect(lines).toContain('handrail_deliveries{edition="57",answer="pending"} 11');
	expect(lines).toContain('handrail_announcement_late{edition="57"} 1');
	expect(lines).toContain(
		'handrail_push_service_state{service="fcm.googleapis.com\\"<b>",state="open"} 1'
	);
	expect(lines).toContain('handrail_push_duration_seconds_bucket{le="+Inf"} 9');
	const sample = /^(#.*|[a-z_]+(\{([a-z]+="(\\.|[^"\\])*",?)+\})? -?[\d.]+)?$/;
	expect(lines.filter((line) => !sample.test(line))).toEqual([]);
});

test('hosts that strangers invent get no labels of their own, and make no endless page', () => {
	const { sender } = overview;
	const pushServices = Array.from({ length: 500 }, (_, i) => {
		const host = `a${String(i)}.${i % 2 ? 'x.push.apple.com' : 'notify.windows.com'}`;
		const state = i % 4 ? 'closed' : 'open';
		return { host, state, inFlight: 0, queued: 1, credentials: [] } as const;
	});
	const flooded = { ...overview, sender: sender && { ...sender, pushServices } };
	const rows = renderOpsPage(flooded, new Date(0)).match(/(apple|windows)\.com<\/td>/g);
	expect(rows).toHaveLength(50);
	const metrics = renderMetrics(flooded);
	expect(metrics.match(/^handrail_push_service_state\{.*$/gm)).toEqual([
		'handrail_push_service_state{service="notify.windows.com",state="open"} 125',
		'handrail_push_service_state{service="push.apple.com",state="closed"} 250',
		'handrail_push_service_state{service="notify.windows.com",state="closed"} 125'
	]);
});
