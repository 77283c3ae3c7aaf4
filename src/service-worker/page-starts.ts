import type { PhonePage } from '../phone-pages/rendered-page.ts';

/**
 * The script that starts each kind of page. The build puts them in the place of this one key once the
 * pages are made (`src/build/fill-worker.ts`): none while developing.
 */
const STARTS: Readonly<Record<string, string | undefined>> = { PAGE_STARTS: '' };

export interface PageStart {
	readonly script: string;
	/** Its SHA-256 in base64, by which the page's policy lets it run. */
	readonly hash: string;
}

/** `undefined` while developing. */
export async function pageStart(name: PhonePage): Promise<PageStart | undefined> {
	const script = STARTS[name];
	if (script === undefined) return undefined;
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(script));
	return { script, hash: btoa(String.fromCharCode(...new Uint8Array(digest))) };
}
