// Renders the pages that a phone makes by itself: the same components, compiled to text.
import Root from '../../.svelte-kit/generated/root.svelte';
import RootLayout from '../routes/+layout.svelte';
import Home from '../routes/[lang=lang]/+page.svelte';
import LanguageLayout from '../routes/[lang=lang]/+layout.svelte';
import Directive from '../routes/[lang=lang]/directives/[slug]/+page.svelte';
import Guide from '../routes/[lang=lang]/guides/[slug]/+page.svelte';
import Help from '../routes/[lang=lang]/help/+page.svelte';
import { formatDate, localDay } from '#lib/reader/text/format-date.ts';
import { appState, provideAppState } from '#lib/reader/state/provided-app-state.ts';
import { page } from './kit-app.ts';
import type { PageToRender, RenderedPage } from './rendered-page.ts';
import { render } from './svelte-server.ts';

const PAGES = { home: Home, guide: Guide, directive: Directive, help: Help };

/** Kit's root writes into them, and nothing on our pages reads them. */
const stores = { page: { set: (): void => undefined } };

/** Makes the date formats of a language, which take long, while the texts of a page are still being read. */
export function prepareToRender(lang: Parameters<typeof formatDate>[0]): void {
	formatDate(lang, '2026-01-01');
	localDay(new Date());
}

/** Throws where the data is not what the page shows, or holds HTML that is not the compiler's. */
export function renderPage({
	name,
	url,
	params,
	layout,
	data,
	audience,
	tabTitle,
	homeIcon,
	now
}: PageToRender): RenderedPage {
	const all = { ...layout, ...data };
	Object.assign(page, { url, params, data: all });
	const app = appState();
	provideAppState(app);
	Object.assign(app, { isOnPhone: true, first: { audience }, tabTitle, homeIcon, now });
	// Svelte's own answers with getters, and renders when they are read
	const { body, head } = render(Root as never, {
		props: {
			...{ stores, page, components: [], form: null },
			constructors: [RootLayout, LanguageLayout, PAGES[name]],
			...{ data_0: {}, data_1: layout, data_2: all }
		}
	});
	return { body, head };
}
