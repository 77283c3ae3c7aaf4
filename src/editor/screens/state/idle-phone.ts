import type { Phone } from '#lib/phone/phone.ts';

const nothing = (): void => undefined;

/** Where a reader's page is only looked at: its buttons do nothing, and nothing is kept. */
export const IDLE_PHONE: Phone = {
	acceptApp: nothing,
	showChanged: nothing,
	setLook: nothing,
	setTextSize: nothing,
	setHide: nothing,
	setTabTitle: nothing,
	setHomeIcon: nothing,
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
	recordings: () => Promise.resolve(undefined),
	search: () => Promise.resolve(undefined)
};
