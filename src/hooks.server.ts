import { BASE_PATH, toPath } from '#lib/edition/address/base-path.ts';
import { building, dev } from '$app/environment';
import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';
import { provideBackend } from '#lib/server/backend/backend.ts';
import { openBackend } from '#lib/server/backend/open-backend.ts';
import { languages, isLanguage } from '#lib/messages/languages.ts';
import { provideLibrary } from '#lib/reader/state/provided-library.ts';
import { pageHead } from '#lib/server/crawlers/page-head.ts';
import { allowStyles, inlineUsedStyles } from '#lib/server/pages/inline-styles.ts';
import { fillShell } from '#lib/server/pages/shell-page.ts';
import { sharedScript } from '#lib/server/pages/shared-script.ts';
import { startAfterLoad } from '#lib/server/pages/start-after-load.ts';
import { publishedHere } from '#lib/server/published/published-here.ts';

export const init: ServerInit = async () => {
	provideLibrary(publishedHere());
	// while pages are made there is nobody to answer and nothing to send
	if (building) return;
	// `npm run dev` makes this module anew at each change: it must not leave senders behind
	const settings = { ...process.env, BASE_PATH };
	const backend = await openBackend(dev ? { ...settings, SENDER: 'off' } : settings);
	provideBackend(backend);
	process.once('sveltekit:shutdown', () => void backend.close());
};

const KINDS = {
	'/[lang=lang]/guides/[slug]': 'guide',
	'/[lang=lang]/directives/[slug]': 'directive'
} as const;

/** The article that a page is about, by its route. */
function shownArticle({ route: { id }, params: { slug = '' } }: RequestEvent) {
	const kind = Object.entries(KINDS).find(([route]) => route === id)?.[1];
	return kind && { kind, slug };
}

export const handle: Handle = ({ event, resolve }) => {
	const { lang: tag = 'en' } = event.params;
	const lang = isLanguage(tag) ? tag : 'en';
	// a first page is a document: its text comes first, its code after it has loaded. The shell has
	// no text: there the code is all there is
	const isShell = event.route.id === '/shell';
	return resolve(event, {
		preload: ({ type }) => isShell && type === 'js',
		async transformPageChunk({ html }) {
			const own = html.replace('%lang%', lang).replace('%dir%', languages[lang].dir);
			// the policy of what a running server makes is in a header, where nothing can be added to it
			if (!building) return own;
			const library = publishedHere();
			if (isShell) {
				const tags = (await library.edition()).languages.map((it) => it.lang);
				return allowStyles(fillShell(own, tags, sharedScript()));
			}
			const path = toPath(event.url.pathname) ?? '/';
			const head = await pageHead(library, { path, lang, article: shownArticle(event) });
			const { html: page, rest } = inlineUsedStyles(own.replace('</head>', () => `${head}</head>`));
			return startAfterLoad(page, event.url.pathname, { shared: sharedScript(), styles: rest });
		}
	});
};

export const handleError: HandleServerError = ({ error, status }) => {
	if (status !== 404) console.error(error);
	return { message: status === 404 ? 'not-found' : 'unexpected' };
};
