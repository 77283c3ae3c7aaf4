// This file only wires events to functions: the whole worker can be read at a glance.
import {
	dropCompiled,
	dropOldCaches,
	isPage,
	mendCode,
	precacheShell,
	respondFromShell
} from './app-shell.ts';
import { repairInBackground, syncForPage, syncInBackground } from './background-sync.ts';
import { handleMessage } from './messages.ts';
import { openChanges, showNotice } from './show-notice.ts';
import { answerPagesAlone } from './page-routes.ts';
import { pagesSent } from './phone-page.ts';
import { worker } from './scope.ts';
import { respondToShare } from './share-target.ts';

/** `sync` and `periodicsync` exist in Chromium only, and TypeScript does not know them. */
type TaggedEvent = ExtendableEvent & { readonly tag: string };

worker.addEventListener('install', (event) => {
	event.waitUntil(Promise.all([precacheShell(), answerPagesAlone(event)]));
});

worker.addEventListener('activate', (event) => {
	const claimed = dropOldCaches().then(() => worker.clients.claim());
	event.waitUntil(claimed.then(dropCompiled));
});

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const response = respondToShare(request) ?? respondFromShell(request);
	if (response) event.respondWith(response);
	if (!response || !isPage(request)) return;
	// not waited for: a release that waits could not take over meanwhile
	void mendCode();
	event.waitUntil(syncForPage(request.url, response.then(pagesSent)));
});

worker.addEventListener('push', (event) => {
	// a permission that was taken away leaves nothing to show, and still something to fetch
	event.waitUntil(
		showNotice(event)
			.catch(() => undefined)
			.then(syncInBackground)
	);
});

worker.addEventListener('notificationclick', (event) => {
	event.notification.close();
	event.waitUntil(openChanges());
});

worker.addEventListener('pushsubscriptionchange', (event) => {
	(event as ExtendableEvent).waitUntil(repairInBackground());
});

worker.addEventListener('message', (event) => {
	event.waitUntil(handleMessage(event));
});

for (const kind of ['sync', 'periodicsync']) {
	worker.addEventListener(kind, (event) => {
		(event as TaggedEvent).waitUntil(syncInBackground());
	});
}
