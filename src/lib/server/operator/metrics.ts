import type { Overview } from './overview.ts';

const escape = (value: string): string =>
	value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

type Sample = readonly [labels: Readonly<Record<string, string | number>>, value: number];

function family(name: string, kind: string, help: string, samples: readonly Sample[]): string {
	const lines = samples.map(([labels, value]) => {
		const text = Object.entries(labels).map(([key, it]) => `${key}="${escape(String(it))}"`);
		return `${name}${text.length > 0 ? `{${text.join(',')}}` : ''} ${String(value)}`;
	});
	return [`# HELP ${name} ${help}`, `# TYPE ${name} ${kind}`, ...lines].join('\n');
}

/** Prometheus' text format, version 0.0.4. Numbers only; no endpoint, no address. */
export function renderMetrics({
	subscriptions,
	quarantined,
	announcements,
	sender
}: Overview): string {
	const deliveries = announcements.flatMap(({ edition, deliveries: by }) =>
		Object.entries(by).map(([answer, count]): Sample => [{ edition, answer }, count])
	);
	const states = announcements.map(({ edition, severity, state }): Sample => [
		{ edition, severity, state },
		1
	]);
	const late = announcements.map(({ edition, isLate }): Sample => [{ edition }, isLate ? 1 : 0]);
	const answers = Object.entries(sender.answers).map(([answer, count]): Sample => [
		{ answer },
		count
	]);
	const breakers = sender.breakers.map(({ origin, state }): Sample => [{ origin, state }, 1]);
	const families = [
		family('handrail_subscriptions', 'gauge', 'Phones that asked for notices.', [
			[{}, subscriptions]
		]),
		family('handrail_subscriptions_quarantined', 'gauge', 'Left out of sending.', [
			[{}, quarantined]
		]),
		family('handrail_announcement', 'gauge', 'Announcements, by state.', states),
		family('handrail_announcement_late', 'gauge', '1: not finished in its time.', late),
		family('handrail_deliveries', 'gauge', 'Deliveries by how they ended.', deliveries),
		family('handrail_push_answers_total', 'counter', 'Answers to this process.', answers),
		family('handrail_push_breaker_open', 'gauge', '1: this push service is paused.', breakers)
	];
	return `${families.join('\n')}\n`;
}
