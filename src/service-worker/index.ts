// This file only wires events to functions: the whole worker can be read at a glance.
import { dropOldCaches, precacheShell, respondFromShell } from './app-shell.ts';
import { syncInBackground } from './background-sync.ts';
import { handleMessage } from './messages.ts';
import { worker } from './scope.ts';
import { respondToShare } from './share-target.ts';

/** `sync` and `periodicsync` exist in Chromium only, and TypeScript does not know them. */
type TaggedEvent = ExtendableEvent & { readonly tag: string };

worker.addEventListener('install', (event) => {
	event.waitUntil(precacheShell());
});

worker.addEventListener('activate', (event) => {
	event.waitUntil(dropOldCaches().then(() => worker.clients.claim()));
});

worker.addEventListener('fetch', (event) => {
	const response = respondToShare(event.request) ?? respondFromShell(event.request);
	if (response) event.respondWith(response);
});

worker.addEventListener('message', (event) => {
	event.waitUntil(handleMessage(event));
});

for (const kind of ['sync', 'periodicsync']) {
	worker.addEventListener(kind, (event) => {
		(event as TaggedEvent).waitUntil(syncInBackground());
	});
}
