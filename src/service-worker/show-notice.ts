import { toHref, toOwnName, toPath } from '#lib/edition/address/base-path.ts';
import { isOwnPage } from '#lib/edition/address/places.ts';
import { HOME_NAMES } from '#lib/edition/generated/site.ts';
import { NOTICE_BODIES, NOTICE_PATH, type Severity } from '#lib/push/notice.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { translator, type Catalogue } from '#lib/messages/translate.ts';
import { within } from '#lib/pwa/deadline/within.ts';
import { readNotice } from '#lib/pwa/push/read-notice.ts';
import { catalogues } from './catalogues.ts';
import { worker } from './scope.ts';

/** A notice must be shown within seconds, whatever the cache is doing. */
const CACHE_MS = 3000;

/**
 * One push, one visible notice: after three that show nothing, iOS takes the permission away. Title,
 * text and address are ours, in the reader's language, whatever the push or the browser brings.
 */
export async function showNotice({ data }: Pick<PushEvent, 'data'>): Promise<void> {
	const { severity, lang, isSilent, homeIcon = 'own' } = await readNotice(textOf(data));
	const shown = await wordsOf(lang, severity);
	await worker.registration.showNotification(HOME_NAMES[homeIcon], {
		...shown,
		// kept by this worker; without it a browser takes the icon of the app
		...(homeIcon !== 'own' && { icon: toHref(`/icons/${homeIcon}-192.png`) }),
		// its direction is that of its first letter
		dir: 'auto',
		// a second one takes the first one's place, and no other app's on the same host
		tag: toOwnName(severity),
		silent: isSilent
	});
}

/** A tap: the open list of changes, else a page that can be led there, else a new one. Never two. */
export async function openChanges(): Promise<void> {
	const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
	// another app on the same host has windows, too
	const pages = windows.filter(({ url }) => isOwnPage(pathOf(url)));
	const there = pages.find(({ url }) => IS_CHANGES.test(pathOf(url)));
	if (there) return focus(there);
	for (const page of pages) {
		if (HOLDS_INPUT.test(pathOf(page.url))) continue;
		await focus(page);
		// refused for a page that this worker does not control
		const led = await page.navigate(toHref(NOTICE_PATH)).catch(() => null);
		if (led) return;
	}
	await worker.clients.openWindow(toHref(NOTICE_PATH));
}

const IS_CHANGES = /^(\/[\w-]+)?\/changes\/?$/;
/** Pages where something may have been typed, which nothing keeps. */
const HOLDS_INPUT = /^(\/[\w-]+)?\/(search|check)\/?$/;

const pathOf = (url: string): string => toPath(new URL(url).pathname) ?? '';

async function focus(page: WindowClient): Promise<void> {
	// only a tap allows it, and some browsers forget the tap while the worker starts
	await page.focus().catch(() => undefined);
}

function textOf(data: PushMessageData | null): string | undefined {
	try {
		return data?.text();
	} catch {
		// bytes that are no text
		return;
	}
}

/** From the catalogue that is kept here; English where it was evicted or damaged. Never from the network. */
async function wordsOf(
	lang: LanguageTag,
	severity: Severity
): Promise<{ body: string; lang: string }> {
	const key = `notice_${severity}` as const;
	// a cache that fails or hangs, or holds half a file, is a cache that has nothing
	const body = await within(bodyFrom(catalogues.get(lang), key), CACHE_MS);
	return body === undefined ? { body: NOTICE_BODIES[severity], lang: 'en' } : { body, lang };
}

async function bodyFrom(
	path: string | undefined,
	key: `notice_${Severity}`
): Promise<string | undefined> {
	const hit = path && (await caches.match(path));
	if (!hit) return undefined;
	const t = translator((await hit.json()) as Catalogue);
	return t.langOf(key) ? undefined : t(key);
}
