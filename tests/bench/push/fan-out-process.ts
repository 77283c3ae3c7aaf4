// Fans one announcement out, in a process of its own: `node fan-out-process.ts SETTINGS`. It says how
// long that took, and how far its memory grew.
import { setImmediate as nextTurn } from 'node:timers/promises';
import * as v from 'valibot';
import { openStore } from '#lib/server/store/open-store.ts';
import { announce } from './workplace.ts';

const Settings = v.object({ databaseUrl: v.optional(v.string()), databaseFile: v.string() });
const store = await openStore(v.parse(Settings, JSON.parse(process.argv[2] ?? '')));
await announce(store);
// what Node itself needs after its start is not the fan-out's
await store.announcements.list(1);
await nextTurn();
const startRss = process.memoryUsage().rss;
const startedAt = performance.now();
let mostRss = startRss;
for (let isBusy = true; isBusy;) {
	({ isBusy } = await store.announcements.advance());
	mostRss = Math.max(mostRss, process.memoryUsage().rss);
}
const seconds = (performance.now() - startedAt) / 1000;
const { waiting = 0 } = (await store.announcements.find(57)) ?? {};
process.send?.({ seconds, deliveries: waiting, startRss, mostRss });
await store.close();
process.disconnect();
