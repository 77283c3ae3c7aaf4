import { DURATION_BOUNDS_S, type SenderStatus } from '#lib/server/sender/lanes/sender-status.ts';
import type { Overview } from './overview.ts';

type Labels = Readonly<Record<string, string | number>>;
type Sample = readonly [labels: Labels, value: number];

const escape = (value: string): string =>
	value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

function line(name: string, labels: Labels, value: number): string {
	const text = Object.entries(labels).map(([key, it]) => `${key}="${escape(String(it))}"`);
	return `${name}${text.length > 0 ? `{${text.join(',')}}` : ''} ${String(value)}`;
}

function family(
	name: string,
	kind: 'gauge' | 'counter',
	help: string,
	samples: readonly Sample[]
): string[] {
	const lines = samples.map(([labels, value]) => line(name, labels, value));
	return [`# HELP ${name} ${help}`, `# TYPE ${name} ${kind}`, ...lines];
}

const byName = (label: string, counts: Readonly<Record<string, number>>, more?: Labels): Sample[] =>
	Object.entries(counts).map(([name, count]) => [{ ...more, [label]: name }, count]);

/** Renders Prometheus' text format, version 0.0.4: numbers, and no endpoints or IP addresses. */
export function renderMetrics({
	subscriptions,
	maxSubscriptions,
	pushHosts,
	maxPushHosts,
	quarantined,
	expiries,
	announcements,
	sender
}: Overview): string {
	const lines = [
		...family('handrail_edition_trusted', 'gauge', '1: phones take what is published.', [
			[{}, expiries ? 1 : 0]
		]),
		...family(
			'handrail_days_left',
			'gauge',
			'Days until what is published expires; below 0 it has.',
			(expiries ?? []).map(({ what, daysLeft }) => [{ what }, daysLeft])
		),
		...family('handrail_subscriptions', 'gauge', 'Phones that asked for notices.', [
			[{}, subscriptions]
		]),
		...family('handrail_subscriptions_max', 'gauge', 'As many as there may be.', [
			[{}, maxSubscriptions]
		]),
		...family(
			'handrail_push_hosts',
			'gauge',
			'Hosts of push services, by the suffix that lets them in.',
			pushHosts.map(({ suffix, count }) => [{ suffix }, count])
		),
		...family('handrail_push_hosts_max', 'gauge', 'As many as there may be under one suffix.', [
			[{}, maxPushHosts]
		]),
		...family('handrail_subscriptions_quarantined', 'gauge', 'Left out of sending.', [
			[{}, quarantined]
		]),
		...family(
			'handrail_announcement',
			'gauge',
			'Announcements, by state.',
			announcements.map(({ edition, severity, state }) => [{ edition, severity, state }, 1])
		),
		...family(
			'handrail_announcement_late',
			'gauge',
			'1: not finished in its time.',
			announcements.map(({ edition, isLate }) => [{ edition }, isLate ? 1 : 0])
		),
		...family(
			'handrail_deliveries',
			'gauge',
			'Deliveries by how they ended, and those that wait.',
			announcements.flatMap(({ edition, deliveries }) => byName('answer', deliveries, { edition }))
		),
		...(sender ? senderLines(sender) : [])
	];
	return `${lines.join('\n')}\n`;
}

/**
 * The domain of a push service: the last three labels of its host, such as `push.apple.com`. Strangers
 * can invent hosts below it, and a time series for each would grow without end.
 */
const serviceOf = (host: string): string => host.split('.').slice(-3).join('.');

function hostsByState(pushServices: SenderStatus['pushServices']): Sample[] {
	const counts = new Map<string, { labels: Labels; count: number }>();
	for (const { host, state } of pushServices) {
		const labels = { service: serviceOf(host), state };
		const key = JSON.stringify(labels);
		counts.set(key, { labels, count: (counts.get(key)?.count ?? 0) + 1 });
	}
	return [...counts.values()].map(({ labels, count }) => [labels, count]);
}

/** The metrics of the sender in this process, since it was started. */
function senderLines({
	answers,
	alerts,
	keptByBrake,
	durations,
	pushServices
}: SenderStatus): string[] {
	const duration = 'handrail_push_duration_seconds';
	const bounds = [...DURATION_BOUNDS_S.map(String), '+Inf'];
	return [
		...family('handrail_push_answers_total', 'counter', 'Tries, by answer.', [
			...byName('answer', answers)
		]),
		...family('handrail_push_alerts_total', 'counter', 'See docs/operate.md.', [
			...byName('alert', alerts)
		]),
		...family('handrail_push_kept_by_brake_total', 'counter', 'Said to be gone, and kept.', [
			[{}, keptByBrake]
		]),
		...family(
			'handrail_push_service_state',
			'gauge',
			'Hosts of a push service, by the state that they are in.',
			hostsByState(pushServices)
		),
		`# HELP ${duration} How long a request took.`,
		`# TYPE ${duration} histogram`,
		...bounds.map((le, at) => line(`${duration}_bucket`, { le }, durations.cumulative[at] ?? 0)),
		line(`${duration}_sum`, {}, durations.sumS),
		line(`${duration}_count`, {}, durations.cumulative.at(-1) ?? 0)
	];
}
