import type { Phone } from '#lib/phone/phone.ts';
import { AppState } from './app-state.svelte.ts';

/**
 * Of a page that is prerendered, or rendered in the worker. Nobody can tap it there, and no effect runs: a page
 * that asks it fails at its build. Whoever mounts a page in a browser has a phone of their own.
 */
const NO_PHONE = {} as Phone;

let provided: AppState | undefined;

/** Sets the state of the app in this tab. Called once, by `hooks.client.ts`, which keeps writing its fields. */
export function provideAppState(app: AppState): void {
	provided = app;
}

/** The state for the root layout to hand down. On the server, a new and empty one each time. */
export const appState = (): AppState => provided ?? new AppState(NO_PHONE);
