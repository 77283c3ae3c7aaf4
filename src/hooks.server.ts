import { building, dev } from '$app/environment';
import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';
import { provideBackend } from '#lib/server/backend.ts';
import { openBackend } from '#lib/server/open-backend.ts';
import { languages, isLanguage } from '#lib/messages/languages.ts';
import { provideLibrary } from '#lib/reader/library.ts';
import { pageHead } from '#lib/server/crawlers/page-head.ts';
import { inlineStyles } from '#lib/server/http/inline-styles.ts';
import { startAfterLoad } from '#lib/server/http/start-after-load.ts';
import { publishedHere } from '#lib/server/published/published-here.ts';

export const init: ServerInit = async () => {
	provideLibrary(publishedHere());
	// while pages are made there is nobody to answer and nothing to send
	if (building) return;
	// `npm run dev` makes this module anew at each change: it must not leave senders behind
	const backend = await openBackend(dev ? { ...process.env, SENDER: 'off' } : process.env);
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
	// what a running server makes is an error page, of which no program wants to know more
	const hasHead = building && !isShell;
	return resolve(event, {
		preload: ({ type }) => isShell && type === 'js',
		async transformPageChunk({ html }) {
			const head = hasHead ? await pageHead(publishedHere(), lang, shownArticle(event)) : '';
			const whole = html
				.replace('%lang%', lang)
				.replace('%dir%', languages[lang].dir)
				.replace('</head>', () => `${head}</head>`);
			// a running server has sent the policy with Kit's own hashes already
			if (!building) return whole;
			const page = inlineStyles(whole);
			return isShell ? page : startAfterLoad(page);
		}
	});
};

export const handleError: HandleServerError = ({ error, status }) => {
	if (status !== 404) console.error(error);
	return { message: status === 404 ? 'not-found' : 'unexpected' };
};
