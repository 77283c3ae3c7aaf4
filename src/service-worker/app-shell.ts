import { toHref, toPath } from '#lib/edition/base-path.ts';
import { isOwnPage } from '#lib/edition/places.ts';
import { CACHE_PREFIX, isOwnCache } from '#lib/pwa/own-caches.ts';
import { build, files, version } from '$service-worker';
import { catalogues, isCatalogue } from './catalogues.ts';
import { worker } from './scope.ts';

const CACHE = `${CACHE_PREFIX}${version}`;
const SHELL = toHref('/shell/');

/** Styles stand in the pages themselves. */
const isInShell = (path: string): boolean => path.endsWith('.css');

/** Pages, and the search: what nobody needs before the phone is ready for offline. See ADR 0012. */
const isLater = (path: string): boolean => path.endsWith('.js') && !path.includes('/bundle.');

/** Code only. Not `prerendered`: it lists articles, and an edition must not change the worker. */
const PRECACHE = [
	SHELL,
	...build.filter((path) => !isCatalogue(path) && !isInShell(path) && !isLater(path)),
	...files
];
const LATER = build.filter(isLater);
const IN_CACHE: ReadonlySet<string> = new Set([SHELL, ...build, ...files]);

/** How long a line that gives nothing is waited for, when the shell is at hand. */
const NETWORK_MS = 5000;

/** Answered by the server alone: they must work, or fail, without this worker. */
const NOT_OURS = /^\/(reset|ops|metrics|api|published|_app)(\/|$)/;

/** English stands in for every language; the others are kept once the page has been read. */
async function wantedCatalogues(): Promise<string[]> {
	const pages = await worker.clients.matchAll({ includeUncontrolled: true, type: 'window' });
	const tags = new Set([
		'en',
		...pages.map(({ url }) => toPath(new URL(url).pathname)?.split('/')[1])
	]);
	return [...tags].flatMap((tag) => catalogues.get(tag ?? '') ?? []);
}

/** Rejects while anything is missing, so that a worker with half an app never takes over. */
export async function precacheShell(): Promise<void> {
	const cache = await caches.open(CACHE);
	// an update may be accepted offline, and must then bring all that the release before had
	const later = worker.registration.active ? LATER : [];
	const wanted = [...PRECACHE, ...(await wantedCatalogues()), ...later];
	const stored = await Promise.allSettled(wanted.map((path) => store(cache, path)));
	// what did arrive stays, and the next attempt asks only for the rest
	if (stored.some(({ status }) => status === 'rejected')) throw new Error('Shell is incomplete');
}

/** The code half of "Ready for offline": everything that a page may ask for is here. */
export async function isShellWhole(): Promise<boolean> {
	const cache = await caches.open(CACHE);
	const found = await Promise.all(PRECACHE.map((path) => cache.match(path)));
	return found.every((response) => response !== undefined);
}

/** Puts back what the browser or a person has taken out of the cache. Failing is no failure. */
export async function repairShell(): Promise<void> {
	await precacheShell().catch(() => undefined);
}

/** The later pages. May fail. */
export const keepLater = (): Promise<void> => keep(LATER);

/** The later pages, then all other languages, so that one can be chosen offline. May fail. */
export const keepTheRest = (): Promise<void> => keep([...LATER, ...catalogues.values()]);

async function keep(paths: readonly string[]): Promise<void> {
	const cache = await caches.open(CACHE);
	for (const path of paths) await store(cache, path).catch(() => undefined);
}

export async function dropOldCaches(): Promise<void> {
	const names = await caches.keys();
	const old = names.filter((name) => isOwnCache(name) && name !== CACHE);
	await Promise.all(old.map((name) => caches.delete(name)));
}

/** Returns `undefined` for requests that are not about code: the browser handles them. */
export function respondFromShell(request: Request): Promise<Response> | undefined {
	const { origin, pathname } = new URL(request.url);
	if (request.method !== 'GET' || origin !== worker.location.origin) return;
	// the repair page asks past every cache
	if (request.cache === 'no-store') return;
	if (IN_CACHE.has(pathname)) return cacheFirst(request, pathname);
	const path = toPath(pathname) ?? '';
	const isPage = request.mode === 'navigate' && !/\.[a-z0-9]+$/i.test(path);
	if (!isPage || NOT_OURS.test(path)) return;
	return isOwnPage(path) ? cacheFirst(request, SHELL) : networkFirst(request);
}

/**
 * An address that no page of ours has. It may be another app's on the same host; else the shell finds
 * the page that was meant.
 */
async function networkFirst(request: Request): Promise<Response> {
	const signal = AbortSignal.timeout?.(NETWORK_MS);
	const answer = await fetch(request, { signal }).catch(() => undefined);
	// to the page, a redirect that the browser is to follow is no answer yet
	const isThere = answer && (answer.ok || answer.type === 'opaqueredirect');
	return isThere ? answer : cacheFirst(request, SHELL);
}

async function cacheFirst(request: Request, path: string): Promise<Response> {
	const hit = await caches.match(path, { cacheName: CACHE });
	// the cache may have been evicted: the network still has the page, whole and readable
	return hit ?? fetch(request);
}

async function store(cache: Cache, path: string): Promise<void> {
	if (await cache.match(path)) return;
	// a hash in the name means equal bytes: take it from the release before, or from the page's own
	// download; what has none is asked for anew
	const isHashed = build.includes(path);
	const known = isHashed ? await caches.match(path) : undefined;
	const response = known ?? (await fetch(path, { cache: isHashed ? 'default' : 'no-cache' }));
	if (!response.ok) throw new Error(`${path} answered ${response.status}`);
	await cache.put(path, response);
}
