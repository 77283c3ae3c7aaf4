import { replaceState } from '$app/navigation';
import { toHref } from '#lib/edition/address/base-path.ts';
import type { AppState } from '../state/app-state.svelte.ts';
import { keepTabHidden } from './hidden-tab.ts';

/** Covers the page at once, and replaces the tab's address, which would tell what was read. */
export function hideTab(app: AppState): void {
	app.isHidden = true;
	keepTabHidden(true);
	coverAddress(app);
}

/** Gives the current entry of the tab's history the address of the blank page. */
export function coverAddress(app: AppState): void {
	const blank = blankAddress(app);
	if (location.pathname !== blank) replaceState(blank, {});
}

export const blankAddress = ({ t }: AppState): string => toHref(`/${t?.lang ?? 'en'}/blank/`);
