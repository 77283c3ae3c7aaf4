import type { Phone } from '#lib/phone/phone.ts';
import { AppState } from './app-state.svelte.ts';

const nothing = (): void => undefined;

/** Stands in for the phone while prerendering. */
const NO_PHONE: Phone = {
	acceptApp: nothing,
	showChanged: nothing,
	setLook: nothing,
	setTextSize: nothing,
	setHide: nothing,
	setTabTitle: nothing,
	setFirst: nothing,
	shown: nothing,
	useLanguage: nothing,
	promptInstall: nothing,
	seeChanges: nothing,
	acknowledgeChanges: nothing,
	seePublisher: nothing,
	openNotices: nothing,
	noteNotices: nothing,
	syncNow: nothing,
	startAgain: nothing,
	deleteEverything: () => Promise.resolve('failed'),
	dropPendingTokens: nothing,
	search: () => Promise.resolve(undefined)
};

let provided: AppState | undefined;

/** Sets the state of the app in this tab. Called once, by `hooks.client.ts`, which keeps writing its fields. */
export function provideAppState(app: AppState): void {
	provided = app;
}

/** The state for the root layout to hand down. On the server, a new and empty one each time. */
export const appState = (): AppState => provided ?? new AppState(NO_PHONE);
