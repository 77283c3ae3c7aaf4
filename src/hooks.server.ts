import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { openPublishedLibrary } from '#lib/server/published/published-library.ts';
import { languages, isLanguage } from '#lib/messages/languages.ts';
import { provideLibrary } from '#lib/reader/library.ts';
import { startAfterLoad } from '#lib/server/http/start-after-load.ts';

export const init: ServerInit = () => {
	provideLibrary(openPublishedLibrary(process.env['PUBLISHED_DIR'] ?? 'static/published'));
};

export const handle: Handle = ({ event, resolve }) => {
	const { lang = 'en' } = event.params;
	const dir = isLanguage(lang) ? languages[lang].dir : 'ltr';
	return resolve(event, {
		// the first page is a document: its text and look come first, code after it has loaded
		preload: ({ type }) => type === 'css',
		transformPageChunk: ({ html }) =>
			startAfterLoad(html.replace('%lang%', lang).replace('%dir%', dir))
	});
};

export const handleError: HandleServerError = ({ error, status }) => {
	if (status !== 404) console.error(error);
	return { message: status === 404 ? 'not-found' : 'unexpected' };
};
