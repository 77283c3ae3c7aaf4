import { mount } from 'svelte';
import type { AppState } from '../state/app-state.svelte.ts';
import StatusHost from './StatusHost.svelte';

/**
 * Puts the status line into its place in the document. Not by the layout: on a first visit the page
 * comes alive only when the edition is stored, and the saving must show before.
 */
export function mountStatusLine(app: AppState): void {
	const target = document.getElementById('status-line');
	if (target) mount(StatusHost, { target, props: { app } });
	// the shell's scripts start at once, and may be there before the end of the document
	else document.addEventListener('DOMContentLoaded', () => mountStatusLine(app), { once: true });
}
