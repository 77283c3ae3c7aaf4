import { replaceState } from '$app/navigation';
import { toHref } from '#lib/edition/base-path.ts';
import type { AppState } from '../state/app-state.svelte.ts';
import { keepTabHidden } from './hidden-tab.ts';

/** Takes the page off the screen at once, and out of the tab's address: it tells what was read, too. */
export function hideTab(app: AppState): void {
	app.isHidden = true;
	keepTabHidden(true);
	coverAddress(app);
}

/** Gives the entry of the tab's history that is on screen the address of the blank page. */
export function coverAddress({ t }: AppState): void {
	const blank = toHref(`/${t?.lang ?? 'en'}/blank/`);
	if (location.pathname !== blank) replaceState(blank, {});
}
