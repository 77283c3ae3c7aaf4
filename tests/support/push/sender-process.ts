// A sender in a process of its own, for tests that kill it: `node sender-process.ts SETTINGS`. It prints
// `sending` when it has started, and stops gracefully at SIGTERM.
import * as v from 'valibot';
import { openStore } from '#lib/server/store/open-store.ts';
import { openSender } from '#lib/server/sender/open-sender.ts';
import { loadVapidKeys } from '#lib/server/web-push/vapid-keys.ts';

const Settings = v.object({
	databaseUrl: v.optional(v.string()),
	databaseFile: v.string(),
	vapidDir: v.string(),
	testOrigin: v.string(),
	ca: v.optional(v.string()),
	limits: v.object({
		concurrency: v.number(),
		perSecond: v.number(),
		deadlineMs: v.number(),
		leaseMs: v.number()
	})
});

const settings = v.parse(Settings, JSON.parse(process.argv[2] ?? ''));
const store = await openStore(settings);
const sender = openSender({
	outbox: store.outbox,
	keys: loadVapidKeys(settings.vapidDir),
	subject: 'mailto:operator@example.org',
	origin: 'https://handrail.example',
	testOrigin: settings.testOrigin,
	ca: settings.ca,
	limits: settings.limits,
	log: () => undefined
});
process.stdout.write('sending\n');
process.on('message', (message) => {
	if (message !== 'report') return;
	const { rss } = process.memoryUsage();
	process.send?.({ cpu: process.cpuUsage(), rss, answers: sender.status().answers });
});
process.once('SIGTERM', () => {
	void sender
		.stop()
		.then(store.close)
		.then(() => process.exit(0));
});
