/** Where the page of the smallest possible offline site is, and its worker. */
export const CACHED_PAGE = '/cached/';
export const CACHE_WORKER = '/worker.js';

/** The page, with what it takes to keep it: it says so in a mark that the benchmark waits for. */
export const withRegistration = (html: string): string =>
	html.replace(
		'</body>',
		`<script>navigator.serviceWorker.register('${CACHE_WORKER}');
navigator.serviceWorker.ready.then(() => { window.isKept = true; });</script></body>`
	);

/** A cache-first worker with nothing in it that could be left out. */
export const CACHE_WORKER_TEXT = `
addEventListener('install', (event) => {
	event.waitUntil(caches.open('page').then((cache) => cache.add('${CACHED_PAGE}')));
});
addEventListener('fetch', (event) => {
	event.respondWith(caches.match(event.request).then((hit) => hit ?? fetch(event.request)));
});
`;
