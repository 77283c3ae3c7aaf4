import type { Phone } from '#lib/phone/phone.ts';
import { AppState } from './app-state.svelte.ts';

const nothing = (): void => undefined;

/** While prerendering there is no phone to ask. */
const NO_PHONE: Phone = {
	acceptApp: nothing,
	showChanged: nothing,
	setLook: nothing,
	setTextSize: nothing,
	setHide: nothing,
	setFirst: nothing,
	shown: nothing,
	useLanguage: nothing,
	promptInstall: nothing,
	seeChanges: nothing,
	acknowledgeChanges: nothing,
	openNotices: nothing,
	noteNotices: nothing,
	syncNow: nothing,
	startAgain: nothing,
	deleteEverything: () => Promise.resolve('failed'),
	dropPendingTokens: nothing,
	search: () => Promise.resolve([])
};

let provided: AppState | undefined;

/** Called once, by `hooks.client.ts`, which goes on to write the fields of what it gives. */
export function provideAppState(app: AppState): void {
	provided = app;
}

/** For the root layout, which hands it down. On the server: one that knows nothing, new each time. */
export const appState = (): AppState => provided ?? new AppState(NO_PHONE);
