import { createHash } from 'node:crypto';
import type { PushServiceStatus } from '#lib/server/sender/lanes/sender-status.ts';
import type { AnnouncementProgress, Overview } from './overview.ts';
import type { Expiry } from '#lib/server/trusted-edition/read-expiries.ts';

const STYLE = `body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:1rem auto;padding:0 1rem;color-scheme:light dark}
table{border-collapse:collapse;width:100%}th,td{text-align:start;padding:.25rem .75rem .25rem 0;border-block-end:1px solid #8888;vertical-align:top}
td.number{font-variant-numeric:tabular-nums}`;

/** No script, nothing from elsewhere, and only this style. */
export const OPS_POLICY =
	`default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; ` +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const escape = (text: string): string =>
	text.replace(/[&<>"']/g, (it) => `&#${String(it.charCodeAt(0))};`);

type Cell = string | number;

function table(
	caption: string,
	head: readonly string[],
	rows: readonly (readonly Cell[])[]
): string {
	if (rows.length === 0) return `<h2>${caption}</h2><p>None.</p>`;
	const cell = (it: Cell): string =>
		typeof it === 'number' ? `<td class="number">${String(it)}</td>` : `<td>${escape(it)}</td>`;
	const heads = head.map((it) => `<th scope="col">${it}</th>`).join('');
	const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('');
	return `<h2>${caption}</h2><table><thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table>`;
}

const counts = (by: Readonly<Record<string, number>>): string =>
	Object.entries(by)
		.map(([name, count]) => `${name} ${String(count)}`)
		.join(', ') || '–';

function announcementRow(it: AnnouncementProgress): Cell[] {
	const state = it.isLate ? `${it.state} (late)` : it.state;
	return [it.edition, it.severity, state, it.sendsAt, it.expiresAt, counts(it.deliveries)];
}

/** In whole days: with only hours left, it is 0. */
const expiryRow = ({ what, version, expires, daysLeft }: Expiry): Cell[] => [
	`${what} ${String(version)}`,
	expires,
	daysLeft > 0 ? Math.floor(daysLeft) : 'expired'
];

/** Strangers can invent any number of hosts, so the page shows the busiest ones. */
const MAX_SERVICES = 50;

const busiest = (services: readonly PushServiceStatus[]): PushServiceStatus[] =>
	services
		.toSorted((a, b) => b.queued + b.inFlight - (a.queued + a.inFlight))
		.slice(0, MAX_SERVICES);

const NOT_TRUSTED =
	'<p><strong>Phones do not take what is published here: it does not verify, or cannot be read.</strong> See "npm run edition:publish".</p>';

/** The operator's page as a whole document. It shows numbers, and no endpoints or IP addresses. */
export function renderOpsPage(it: Overview, now: Date): string {
	const { subscriptions, quarantined, expiries, months, announcements, sender } = it;
	const sending = sender
		? 'This process sends.'
		: 'This process does not send: run "npm run sender" beside it.';
	return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex"><title>Handrail: operator</title><style>${STYLE}</style></head>
<body><main><h1>Handrail</h1>
${
	expiries
		? table('What is published', ['File', 'Until', 'Days left'], expiries.map(expiryRow))
		: NOT_TRUSTED
}
<h2>Notices</h2>
<p>As of ${now.toISOString()}. ${String(subscriptions)} subscriptions, ${String(quarantined)} of them left out of sending. ${sending}</p>
${table(
	'Announcements',
	['Edition', 'Severity', 'State', 'Sends at', 'Until', 'Deliveries'],
	announcements.map(announcementRow)
)}
${table(
	'Answers of push services, since this process started',
	['Answer', 'Count'],
	Object.entries(sender?.answers ?? {})
)}
${table(
	`Push services and their breakers, the ${String(MAX_SERVICES)} busiest at most`,
	['Service', 'State', 'Keys', 'Waiting', 'On the way'],
	busiest(sender?.pushServices ?? []).map(({ host, state, credentials, queued, inFlight }) => {
		const refused = credentials.filter((it) => it.state !== 'closed').length;
		return [host, state, refused === 0 ? 'accepted' : 'refused', queued, inFlight];
	})
)}
${table(
	'Room',
	['What', 'There are', 'There may be'],
	[
		['Subscriptions', subscriptions, it.maxSubscriptions],
		...it.pushHosts.map(({ suffix, count }) => [`Hosts (*${suffix})`, count, it.maxPushHosts])
	]
)}
${table(
	'Subscriptions by month',
	['Month', 'Made', 'Last seen'],
	months.map(({ month, created, lastSeen }) => [month, created, lastSeen])
)}
</main></body></html>
`;
}
