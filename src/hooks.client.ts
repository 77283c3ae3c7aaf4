// Starts the app in the browser. What it does is elsewhere; here it is only connected.
import { toPath } from '#lib/edition/address/base-path.ts';
import { invalidate } from '$app/navigation';
import { navigating } from '$app/state';
import type { ClientInit, HandleClientError } from '@sveltejs/kit';
import { ConnectedApp } from '#lib/app/connected-app.ts';
import { navigationEnd } from '#lib/app/navigation-end.ts';
import { isLanguageTag } from '#lib/edition/language-tags.ts';
import { mendAddress } from '#lib/reader/address/mend-address.ts';
import { loadMessages } from '#lib/messages/load-messages.ts';
import { provideLibrary } from '#lib/reader/state/provided-library.ts';
import { mountStatusLine } from '#lib/reader/status/mount-status-line.ts';
import { adoptPhoneDocument } from '#lib/reader/state/phone-document.ts';
import { provideAppState } from '#lib/reader/state/provided-app-state.ts';
import { provideStartLanguage } from '#lib/reader/state/start-language.ts';

const app = new ConnectedApp({
	isDocument: document.querySelector('main') !== null,
	reread: async () => {
		await navigationEnd(() => navigating.complete);
		await invalidate('handrail:edition');
	},
	shownBlob: () => document.querySelector<HTMLElement>('[data-blob]')?.dataset['blob']
});

export const init: ClientInit = async () => {
	const mended = mendAddress(location.pathname);
	if (mended !== undefined) {
		location.replace(mended);
		// the router cannot read this address: it must not start
		await new Promise(() => undefined);
	}
	provideLibrary(app.session.library);
	const { documentElement, body } = document;
	adoptPhoneDocument(app.state, { ...documentElement.dataset, ...body.dataset });
	provideAppState(app.state);
	provideStartLanguage(async () => (await app.settings()).lang);
	mountStatusLine(app.state);

	const settings = await app.restore();
	const tag = toPath(location.pathname)?.split('/')[1] ?? '';
	const lang = isLanguageTag(tag) ? tag : settings.lang;
	if (lang) {
		// not awaited: a document is readable without it, and a page asks for its own
		void loadMessages(lang).then((t) => (app.state.t ??= t));
	}
	void app.start(lang);
};

export const handleError: HandleClientError = ({ error, status }) => {
	// the words first: Firefox hands tools an error's class alone
	if (status !== 404) console.error(String(error), error);
	return { message: status === 404 ? 'not-found' : 'unexpected' };
};
