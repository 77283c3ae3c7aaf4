import { toHref, toPath } from '#lib/edition/address/base-path.ts';
import type { Catalogue } from '#lib/messages/translate.ts';
import { isOwnPage } from '#lib/edition/address/places.ts';
import { CACHE_PREFIX } from '#lib/pwa/worker/own-caches.ts';
import { announceFull } from '#lib/pwa/sync/edition-channel.ts';
import { build, files, version } from '$service-worker';
import type { CodeState } from '#lib/pwa/worker/code-state.ts';
import { catalogues, isCatalogue } from './catalogues.ts';
import { CodeCache, type Kept } from './code-cache.ts';
import { makePhonePage } from './phone-page.ts';
import { worker } from './scope.ts';

const CACHE = `${CACHE_PREFIX}${version}`;
const SHELL = toHref('/shell/');

/** Pages, and the search: what nobody needs before the guides are saved. See ADR 0012. */
const isLater = (path: string): boolean =>
	path.endsWith('.js') && !/\/(bundle|shared)\./.test(path);

/** Code only. Not `prerendered`: it lists articles, and an edition must not change the worker. */
const PRECACHE = [SHELL, ...build.filter((path) => !isCatalogue(path) && !isLater(path)), ...files];
/** Whatever is split from the first script is in here by itself: all that the build has made. */
const LATER = build.filter(isLater);
/** Of all files, the one that is no module by its words: the worker runs it, too. */
const SHARED = build.find((path) => /\/shared\.[^/]+\.js$/.test(path)) ?? '';
/** Of all pages. */
const SHEET = build.find((path) => path.endsWith('.css')) ?? '';
const IN_CACHE: ReadonlySet<string> = new Set([SHELL, ...build, ...files]);

/** How long a line that gives nothing is waited for, when the shell is at hand. */
const NETWORK_MS = 5000;

/** Answered by the server alone: they must work, or fail, without this worker. */
const NOT_OURS = /^\/(reset|ops|metrics|api|published|_app)(\/|$)/;

/** Without a hash in its name a file is asked for anew. */
const code = new CodeCache(CACHE, (path) => build.includes(path));

/** A file of this release, where it is kept. */
const kept = (path: string): Promise<Response | undefined> =>
	caches.match(path, { cacheName: CACHE });

/** The interface in these languages; English stands in for every other. */
const cataloguesOf = (tags: readonly string[]): string[] =>
	[...new Set(['en', ...tags])].flatMap((tag) => catalogues.get(tag) ?? []);

/** Rejects while anything is missing, so that a worker with half an app never takes over. */
export async function precacheShell(): Promise<void> {
	const pages = await worker.clients.matchAll({ includeUncontrolled: true, type: 'window' });
	const tags = pages.map(({ url }) => toPath(new URL(url).pathname)?.split('/')[1] ?? '');
	// an update may be accepted offline, and must then bring all that the release before had
	const later = worker.registration.active ? LATER : [];
	const files = [...PRECACHE, ...cataloguesOf(tags), ...later];
	const kept = await keep(files, { isInstalling: true });
	// what did arrive stays, and the next attempt asks only for the rest
	if (kept !== 'whole') throw new Error('Shell is incomplete');
}

/** A worker that finds no room while it is being installed is never asked: it says so by itself. */
async function keep(paths: readonly string[], install?: { isInstalling: true }): Promise<Kept> {
	const kept = await code.keep(paths, install);
	if (kept === 'full') announceFull();
	return kept;
}

/**
 * The code half of "Ready for offline": what is in the cache, compared with what the build made.
 * `deep` compares the bytes of all files again, not only of those that this worker has not looked at.
 */
export async function checkCode(tags: readonly string[], deep: boolean): Promise<CodeState> {
	if (deep) code.doubt();
	if (!(await code.has([...PRECACHE, ...cataloguesOf(tags)]))) return 'missing';
	return (await code.has(LATER)) ? 'whole' : 'guides';
}

/** Fetches what `checkCode` misses. May fail: the next check says what is here. */
export async function keepCode(tags: readonly string[]): Promise<void> {
	await keep([...PRECACHE, ...cataloguesOf(tags), ...LATER]);
}

export const dropOldCaches = (): Promise<void> => code.dropOthers();

/** Frees the room that what was compiled at the installation takes for nothing. May fail: then it stays. */
export const dropCompiled = (): Promise<void> => code.dropCompiled(SHARED).catch(() => undefined);

/** The reader deleted everything: nothing is kept that is on its way either. */
export const forgetCode = (): Promise<void> => code.forget();

/** Returns `undefined` for requests that are not about code: the browser handles them. */
export function respondFromShell(request: Request): Promise<Response> | undefined {
	const { origin, pathname } = new URL(request.url);
	if (request.method !== 'GET' || origin !== worker.location.origin) return;
	// the repair page asks past every cache
	if (request.cache === 'no-store') return;
	if (IN_CACHE.has(pathname)) return cacheFirst(request, pathname);
	if (!isPage(request)) return;
	return isOwnPage(toPath(pathname) ?? '') ? ownPage(request) : networkFirst(request);
}

/** A page whose words are here is sent with them; for every other the shell is, which makes it. */
async function ownPage(request: Request): Promise<Response> {
	const shell = kept(SHELL);
	const page = await makePhonePage(new URL(request.url), {
		shell,
		sheet: kept(SHEET),
		catalogue: async (path) => (await kept(path))?.json() as Promise<Catalogue> | undefined
	});
	return page ?? (await shell) ?? fetch(request);
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

/** Whether a request is for a page that the shell answers. */
export function isPage({ mode, url }: Request): boolean {
	const path = toPath(new URL(url).pathname) ?? '';
	return mode === 'navigate' && !/\.[a-z0-9]+$/i.test(path) && !NOT_OURS.test(path);
}

/**
 * For the app that does not start because its own script is altered, and so cannot ask: a while after
 * a page was opened the worker looks by itself, once in its life.
 */
export const mendCode = (): Promise<void> => code.mendOnce([...PRECACHE, ...LATER]);

async function cacheFirst(request: Request, path: string): Promise<Response> {
	// the cache may have been evicted: the network still has the page, whole and readable
	return (await kept(path)) ?? fetch(request);
}
