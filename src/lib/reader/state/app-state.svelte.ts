import { createContext, untrack } from 'svelte';
import { NEUTRAL_ICONS } from '#lib/edition/generated/site.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { SearchAnswer, SearchHit } from '#lib/search/query.ts';
import type { Translate } from '#lib/messages/translate.ts';
import type {
	HideOn,
	HomeIcon,
	InstallState,
	Look,
	ShowFirst,
	TabTitle,
	TextSize
} from '#lib/phone/choices.ts';
import type { Freshness } from '#lib/phone/facts.ts';
import type { Phone } from '#lib/phone/phone.ts';
import type { Readiness } from '#lib/phone/readiness.ts';
import type { Arrival, StatusLineState } from './status-line.ts';

export const LOOKS = ['system', 'light', 'dark', 'contrast'] as const satisfies readonly Look[];
export const TEXT_SIZES = [100, 115, 130, 150] as const satisfies readonly TextSize[];

export const HIDE_ON = ['sensitive', 'all'] as const satisfies readonly HideOn[];

export const HOME_ICONS = ['own', ...NEUTRAL_ICONS] as const satisfies readonly HomeIcon[];

export type { SearchAnswer, SearchHit };

/** The last search and its results. Kept in memory only: searches must not be stored on the phone. */
export interface KeptSearch {
	readonly lang: LanguageTag;
	readonly text: string;
	readonly answer: SearchAnswer | undefined;
	/** The reader wants it as it is typed. */
	readonly isLiteral: boolean;
}

/**
 * What pages know about the phone, one instance per app. `hooks.client.ts` writes its fields and passes
 * in the phone.
 */
export class AppState {
	/** False while prerendering and until hydration. Controls that need scripts are disabled until then. */
	isHydrated = $state.raw(false);
	/** The phone made this document, so it shows the reader's choices already before hydration. */
	isOnPhone = $state.raw(false);
	/** The interface in the page's language, for what is mounted outside the page. */
	t = $state.raw<Translate>();
	/** What the status line says. `undefined`: nothing. */
	line = $state.raw<StatusLineState>();
	look = $state.raw<Look>('system');
	textSize = $state.raw<TextSize>(100);
	/** Whether the blank page covers this tab. */
	isHidden = $state.raw(false);
	/** On which pages the button that covers the tab is shown. */
	hide = $state.raw<HideOn>('sensitive');
	/** What the title of the browser's tab names. */
	tabTitle = $state.raw<TabTitle>('page');
	/** The drawing, and the name, by which the app is installed. */
	homeIcon = $state.raw<HomeIcon>('own');
	/** The audience and the status that lists show first. */
	first = $state.raw<ShowFirst>({});
	/** Articles (`guide/school-bus`) that changed since the reader last opened the list of changes. */
	// replaced whole, never changed in place: a reactive set would be waste
	// eslint-disable-next-line svelte/prefer-svelte-reactivity
	changedIds = $state.raw<ReadonlySet<string>>(new Set());
	/** Slugs of critical change notes that the reader has not acknowledged. */
	// eslint-disable-next-line svelte/prefer-svelte-reactivity
	criticalSlugs = $state.raw<ReadonlySet<string>>(new Set());
	/** The reader turned notices on, but the phone can no longer receive any. */
	hasLostNotices = $state.raw(false);
	freshness = $state.raw<Freshness>();
	/** Result of the last check of what is stored in the language of the page. */
	readiness = $state.raw<Readiness>();
	/** How far the texts of the page's language are, if they are not on the phone. */
	arrival = $state.raw<Arrival>('getting');
	install = $state.raw<InstallState>('unsupported');
	hasNewApp = $state.raw(false);
	/**
	 * The later of the phone's clock and the newest edition's time, when the page was last looked at.
	 * Absent while prerendered: a page must not say what was true on the day of the build.
	 */
	now = $state.raw<Date>();
	/** Bytes that this app uses on the phone, if the browser tells. */
	storageBytes = $state.raw<number>();

	/** For a reader who comes back from a search result. */
	keptSearch: KeptSearch | undefined;

	readonly changedCount = $derived(this.changedIds.size);
	readonly phone: Phone;

	constructor(phone: Phone) {
		this.phone = untracked(phone);
	}
}

/**
 * Wraps the phone so that its methods track no state: an effect that calls one must not run again when
 * state that the phone reads or writes changes.
 */
function untracked(phone: Phone): Phone {
	const calls = Object.entries(phone).map(([name, act]: [string, (...of: never[]) => unknown]) => [
		name,
		(...of: never[]) => untrack(() => act(...of))
	]);
	return Object.fromEntries(calls) as Phone;
}

export const [getAppState, setAppState] = createContext<AppState>();
