import { createContext, untrack } from 'svelte';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { SearchHit } from '#lib/search/query.ts';
import type { Translate } from '#lib/messages/translate.ts';
import type { HideOn, InstallState, Look, ShowFirst, TextSize } from '#lib/phone/choices.ts';
import type { Freshness } from '#lib/phone/facts.ts';
import type { Phone } from '#lib/phone/phone.ts';
import type { Readiness } from '#lib/phone/readiness.ts';
import type { Arrival, StatusLineState } from './status-line.ts';

export const LOOKS = ['system', 'light', 'dark', 'contrast'] as const satisfies readonly Look[];
export const TEXT_SIZES = [100, 115, 130, 150] as const satisfies readonly TextSize[];

export const HIDE_ON = ['sensitive', 'all'] as const satisfies readonly HideOn[];

export type { SearchHit };

/** What was last asked of search, and found. In memory only: what somebody fears is stored nowhere. */
export interface KeptSearch {
	readonly lang: LanguageTag;
	readonly text: string;
	readonly hits: readonly SearchHit[] | undefined;
}

/**
 * What every page knows about the phone that it is on. One per app. It does nothing by itself: the
 * hooks write its fields and give it its phone.
 */
export class AppState {
	/** False while prerendered, and until the scripts have taken over: controls that need them wait. */
	isHydrated = $state(false);
	/** The document was made on the phone, which knows what was chosen: the page may show it at once. */
	isOnPhone = $state(false);
	/** The texts of the page's language, for what stands outside the page. */
	t = $state.raw<Translate>();
	/** What the status line has to say, if anything. */
	line = $state.raw<StatusLineState>();
	look = $state<Look>('system');
	textSize = $state<TextSize>(100);
	/** The blank page covers this tab. */
	isHidden = $state(false);
	/** Where the button that covers the tab stands. */
	hide = $state<HideOn>('sensitive');
	/** What lists show first. */
	first = $state.raw<ShowFirst>({});
	/** Articles (`guide/school-bus`) that changed since the reader last opened the list of changes. */
	// replaced whole, never changed in place: a reactive set would be waste
	// eslint-disable-next-line svelte/prefer-svelte-reactivity
	changedIds = $state.raw<ReadonlySet<string>>(new Set());
	/** Change notes, by slug, that are critical and not acknowledged. */
	// eslint-disable-next-line svelte/prefer-svelte-reactivity
	criticalSlugs = $state.raw<ReadonlySet<string>>(new Set());
	/** The reader wants notices, and none can come. */
	hasLostNotices = $state(false);
	freshness = $state.raw<Freshness>();
	/** The last check of what is stored in the language of the page. */
	readiness = $state.raw<Readiness>();
	/** How it stands with the texts of the page's language, where they are not here. */
	arrival = $state.raw<Arrival>('getting');
	install = $state.raw<InstallState>('unsupported');
	hasNewApp = $state(false);
	/**
	 * The later of the phone's clock and the newest edition's time, when the page was last looked at.
	 * Absent while prerendered: a page must not say what was true on the day of the build.
	 */
	now = $state.raw<Date>();
	/** Bytes that this app takes on the phone, where the browser tells. */
	storageBytes = $state.raw<number>();

	/** For who comes back from a result. */
	keptSearch: KeptSearch | undefined;

	readonly changedCount = $derived(this.changedIds.size);
	readonly phone: Phone;

	constructor(phone: Phone) {
		this.phone = untracked(phone);
	}
}

/**
 * What the phone reads to answer is its own business: an effect that asks it must not run again when
 * that changes, least of all by the answer itself.
 */
function untracked(phone: Phone): Phone {
	const calls = Object.entries(phone).map(([name, act]: [string, (...of: never[]) => unknown]) => [
		name,
		(...of: never[]) => untrack(() => act(...of))
	]);
	return Object.fromEntries(calls) as Phone;
}

export const [getAppState, setAppState] = createContext<AppState>();
