import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { renderMetrics } from './metrics.ts';
import { OPS_POLICY, renderOpsPage } from './ops-page.ts';
import type { Overview } from './overview.ts';

const overview: Overview = {
	subscriptions: 41,
	quarantined: 2,
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
		isSending: true,
		answers: { sent: 30, retry: 2 },
		breakers: [{ origin: 'https://fcm.googleapis.com"<b>', state: 'open' }]
	}
};

test('the page has every number, says what is late, and runs no script', () => {
	const html = renderOpsPage(overview, new Date(0));
	expect(html).toContain('41 subscriptions, 2 of them');
	expect(html).toContain('<td>sending (late)</td>');
	expect(html).toContain('<td>sent 30, pending 11</td>');
	expect(html).toContain('https://fcm.googleapis.com&#34;&#60;b&#62;');
	expect(html).not.toContain('<script');
});

test('its policy allows exactly its own style', () => {
	const style = /<style>([^<]*)<\/style>/.exec(renderOpsPage(overview, new Date(0)))?.[1] ?? '';
	const hash = createHash('sha256').update(style).digest('base64');
	expect(OPS_POLICY).toContain(`style-src 'sha256-${hash}'`);
});

test('an empty server has a whole page, too', () => {
	const sender = { isSending: false, answers: {}, breakers: [] };
	const html = renderOpsPage(
		{ subscriptions: 0, quarantined: 0, months: [], announcements: [], sender },
		new Date()
	);
	expect(html).toContain('This process does not send');
	expect(html.match(/<p>None\.<\/p>/g)).toHaveLength(4);
});

test('metrics are in the form that Prometheus reads', () => {
	const lines = renderMetrics(overview).split('\n');
	expect(lines).toContain('# TYPE handrail_push_answers_total counter');
	expect(lines).toContain('handrail_subscriptions 41');
	expect(lines).toContain('handrail_deliveries{edition="57",answer="pending"} 11');
	expect(lines).toContain('handrail_announcement_late{edition="57"} 1');
	expect(lines).toContain(
		'handrail_push_breaker_open{origin="https://fcm.googleapis.com\\"<b>",state="open"} 1'
	);
	const sample = /^(#.*|[a-z_]+(\{([a-z]+="(\\.|[^"\\])*",?)+\})? \d+)?$/;
	expect(lines.filter((line) => !sample.test(line))).toEqual([]);
});
