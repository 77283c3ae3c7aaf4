import { mount } from 'svelte';
import type { AppState } from '../state/app-state.svelte.ts';
import StatusHost from './StatusHost.svelte';

/**
 * Mounts the status line into its place in the document. The layout does not do it, because on a first
 * visit the page is hydrated only when the edition is stored, and progress must be shown before.
 */
export function mountStatusLine(app: AppState): void {
	const target = document.getElementById('status-line');
	if (target) mount(StatusHost, { target, props: { app } });
	// the scripts of the shell may run before the document is parsed
	else document.addEventListener('DOMContentLoaded', () => mountStatusLine(app), { once: true });
}
