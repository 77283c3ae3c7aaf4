import { createContext, untrack } from 'svelte';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { SearchHit } from '#lib/search/query.ts';
import type { Translate } from '#lib/messages/translate.ts';
import type { ShowFirst } from './show-first.ts';
import type { Arrival, FreshnessView, Readiness, StatusLineState } from './status-line.ts';

export const LOOKS = ['system', 'light', 'dark', 'contrast'] as const;
export type Look = (typeof LOOKS)[number];

/** Per cent of the browser's own size. */
export const TEXT_SIZES = [100, 115, 130, 150] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

export type InstallState = 'installed' | 'can-prompt' | 'ios' | 'in-app-browser' | 'unsupported';

/** `waiting`: the server has yet to hear that this phone's address for notices is to be deleted. */
export type Erased = 'deleted' | 'waiting' | 'failed';

export type { SearchHit };

/** What was last asked of search, and found. In memory only: what somebody fears is stored nowhere. */
export interface KeptSearch {
	readonly lang: LanguageTag;
	readonly text: string;
	readonly hits: readonly SearchHit[] | undefined;
}

/** What a page may ask of the app. `hooks.client.ts` connects each to the phone. None rejects. */
export interface AppActions {
	/** Lets the waiting version of the app take over, and reloads this tab. */
	readonly acceptApp: () => void;
	/** Reads the page again from the edition that is installed now. */
	readonly showChanged: () => void;
	readonly setLook: (look: Look) => void;
	readonly setTextSize: (size: TextSize) => void;
	readonly setFirst: (first: ShowFirst) => void;
	/** A page is on screen: what would have delayed it may begin. */
	readonly shown: () => void;
	/** The reader opened a page in this language: the one to start in next time. */
	readonly useLanguage: (lang: LanguageTag) => void;
	readonly promptInstall: () => void;
	/** The list of changes is open: what it shows is not new any more. */
	readonly seeChanges: () => void;
	/** The reader has read what is critical. */
	readonly acknowledgeChanges: () => void;
	readonly openNotices: () => void;
	/** What the page about notices found or did. */
	readonly noteNotices: (state: { areLost: boolean }) => void;
	readonly syncNow: () => void;
	/** Opens this page anew, after everything was deleted. */
	readonly startAgain: () => void;
	readonly deleteEverything: () => Promise<Erased>;
	/** After `waiting`: forgets even what the server has yet to hear. */
	readonly dropPendingTokens: () => void;
	/**
	 * Articles, best first. `undefined` where its code or a text is not on this phone: then nothing is
	 * known of what would be found.
	 */
	readonly search: (lang: LanguageTag, text: string) => Promise<readonly SearchHit[] | undefined>;
}

/**
 * What every page knows about the phone that it is on. One per app. It does nothing by itself: the
 * hooks write its fields and give it its actions.
 */
export class AppState {
	/** False while prerendered, and until the scripts have taken over: controls that need them wait. */
	isHydrated = $state(false);
	/** The texts of the page's language, for what stands outside the page. */
	t = $state.raw<Translate>();
	/** What the status line has to say, if anything. */
	line = $state.raw<StatusLineState>();
	look = $state<Look>('system');
	textSize = $state<TextSize>(100);
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
	freshness = $state.raw<FreshnessView>();
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
	readonly actions: AppActions;

	constructor(actions: AppActions) {
		this.actions = untracked(actions);
	}
}

/**
 * What an action reads is its own business: an effect that calls one must not run again when that
 * changes, least of all by the action itself.
 */
function untracked(actions: AppActions): AppActions {
	const calls = Object.entries(actions).map(
		([name, act]: [string, (...of: never[]) => unknown]) => [
			name,
			(...of: never[]) => untrack(() => act(...of))
		]
	);
	return Object.fromEntries(calls) as AppActions;
}

export const [getAppState, setAppState] = createContext<AppState>();
