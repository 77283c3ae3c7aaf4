import type { PhonePage } from '../phone-pages/rendered-page.ts';

/**
 * The script that starts each kind of page, and its SHA-256 in base64 for the page's policy. The build
 * puts them in the place of this one key once the pages are made (`svelte.config.js`): none while
 * developing.
 */
const STARTS: Readonly<Record<string, unknown>> = { PAGE_STARTS: '' };

export interface PageStart {
	readonly script: string;
	readonly hash: string;
}

/** `undefined` where the build made no page of this kind. */
export function pageStart(name: PhonePage): PageStart | undefined {
	const start = STARTS[name];
	if (!Array.isArray(start)) return undefined;
	const [script, hash] = start as [string, string];
	return { script, hash };
}
