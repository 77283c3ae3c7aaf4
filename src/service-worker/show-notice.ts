import { toHref, toPath } from '#lib/edition/base-path.ts';
import { isOwnPage } from '#lib/edition/places.ts';
import { NOTICE_BODIES, NOTICE_PATH, NOTICE_TITLE, type Severity } from '#lib/push/notice.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { Catalogue } from '#lib/messages/translate.ts';
import { readNotice } from '#lib/pwa/push/read-notice.ts';
import { catalogues } from './catalogues.ts';
import { worker } from './scope.ts';

/**
 * One push, one visible notice: after three that show nothing, iOS takes the permission away. Title,
 * text and address are ours, in the reader's language, whatever the push or the browser brings.
 */
export async function showNotice({ data }: Pick<PushEvent, 'data'>): Promise<void> {
	const { severity, lang, isSilent } = await readNotice(textOf(data));
	const shown = await wordsOf(lang, severity);
	await worker.registration.showNotification(NOTICE_TITLE, {
		...shown,
		// its direction is that of its first letter
		dir: 'auto',
		// a second one takes the first one's place
		tag: severity,
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

/** From the catalogue that is kept here; English where it was evicted. Never from the network. */
async function wordsOf(
	lang: LanguageTag,
	severity: Severity
): Promise<{ body: string; lang: string }> {
	const path = catalogues.get(lang);
	// a cache that fails is a cache that has nothing
	const hit = path && (await caches.match(path).catch(() => undefined));
	// ours: of the same build, and named by its hash
	const catalogue = hit ? ((await hit.json()) as Catalogue) : undefined;
	const key = `notice_${severity}`;
	const body = catalogue?.texts[key];
	if (!body || catalogue.english.includes(key)) {
		return { body: NOTICE_BODIES[severity], lang: 'en' };
	}
	return { body, lang };
}
