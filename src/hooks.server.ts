import { building, dev } from '$app/environment';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { provideBackend } from '#lib/server/backend.ts';
import { openBackend } from '#lib/server/open-backend.ts';
import { openPublishedLibrary } from '#lib/server/published/published-library.ts';
import { languages, isLanguage } from '#lib/messages/languages.ts';
import { provideLibrary } from '#lib/reader/library.ts';
import { inlineStyles } from '#lib/server/http/inline-styles.ts';
import { startAfterLoad } from '#lib/server/http/start-after-load.ts';

export const init: ServerInit = async () => {
	provideLibrary(openPublishedLibrary(process.env['PUBLISHED_DIR'] ?? 'static/published'));
	// while pages are made there is nobody to answer and nothing to send
	if (building) return;
	// `npm run dev` makes this module anew at each change: it must not leave senders behind
	const backend = await openBackend(dev ? { ...process.env, SENDER: 'off' } : process.env);
	provideBackend(backend);
	process.once('sveltekit:shutdown', () => void backend.close());
};

export const handle: Handle = ({ event, resolve }) => {
	const { lang = 'en' } = event.params;
	const dir = isLanguage(lang) ? languages[lang].dir : 'ltr';
	// a first page is a document: its text comes first, its code after it has loaded. The shell has
	// no text: there the code is all there is
	const isShell = event.route.id === '/shell';
	return resolve(event, {
		preload: ({ type }) => isShell && type === 'js',
		transformPageChunk({ html }) {
			const page = inlineStyles(html.replace('%lang%', lang).replace('%dir%', dir));
			return isShell ? page : startAfterLoad(page);
		}
	});
};

export const handleError: HandleServerError = ({ error, status }) => {
	if (status !== 404) console.error(error);
	return { message: status === 404 ? 'not-found' : 'unexpected' };
};
