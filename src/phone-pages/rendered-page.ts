import type { HomeIcon } from '#lib/phone/choices.ts';

/** The pages that a phone makes by itself; every other one is made by the app once it runs. */
export type PhonePage = 'home' | 'guide' | 'directive' | 'help';

/** What to render: the data that the page's own `load` would give, and what the phone knows. */
export interface PageToRender {
	readonly name: PhonePage;
	readonly url: URL;
	readonly params: Readonly<Record<string, string>>;
	/** What the layout of a language shows. */
	readonly layout: object;
	readonly data: object;
	/** For whom lists are shown first, if that was chosen. */
	readonly audience: string | undefined;
	/** What the page's title names: the page, or the app alone. */
	readonly tabTitle: 'page' | 'app';
	/** Where it is not `own`, the name that goes with it is the page's whole title. */
	readonly homeIcon: HomeIcon;
	/** By which texts are old or not: what is stale says so in the first frame, too. */
	readonly now: Date;
}

export interface RenderedPage {
	/** What stands in the element of the app, letter by letter as a prerendered page has it. */
	readonly body: string;
	/** What the page adds to the head, with its title. */
	readonly head: string;
}
