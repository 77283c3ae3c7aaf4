import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { SearchAnswer } from '#lib/search/query.ts';
import type { HideOn, HomeIcon, Look, ShowFirst, TabTitle, TextSize } from './choices.ts';
import type { KeptEditions } from './editions.ts';
import type { EditionFiles } from './edition-files.ts';
import type { PhoneLanguages } from './languages.ts';
import type { Notices } from './notices.ts';
import type { PhoneRecordings } from './recordings.ts';

/**
 * `waiting`: all is gone but the token by which the server, which cannot be reached now, is told to
 * delete this phone's address. `failed`: the browser refused, and something is left.
 */
export type Erased = 'deleted' | 'waiting' | 'failed';

/**
 * All that a page may ask of the phone that it is on. `ConnectedApp` answers in the browser; while
 * prerendering there is no phone. Nothing rejects.
 */
export interface Phone {
	/** Lets the waiting version of the app take over, and reloads this tab. */
	readonly acceptApp: () => void;
	/** Reads the page again from the edition that is installed now. */
	readonly showChanged: () => void;
	readonly setLook: (look: Look) => void;
	readonly setTextSize: (size: TextSize) => void;
	readonly setHide: (on: HideOn) => void;
	readonly setTabTitle: (title: TabTitle) => void;
	/** By which the app is installed from now on. An icon that is there already stays as it is. */
	readonly setHomeIcon: (icon: HomeIcon) => void;
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
	/** The reader wants to see who publishes now: known from here on. */
	readonly seePublisher: () => void;
	readonly openNotices: () => void;
	/** What the page about notices found or did. */
	readonly noteNotices: (state: { areLost: boolean }) => void;
	readonly syncNow: () => void;
	/** Opens this page anew, after everything was deleted. */
	readonly startAgain: () => void;
	readonly deleteEverything: () => Promise<Erased>;
	/** After `waiting`: forgets even what the server has yet to hear. */
	readonly dropPendingTokens: () => void;
	/** What can be heard. `undefined` where its code is not on this phone. */
	readonly recordings: () => Promise<PhoneRecordings | undefined>;
	/**
	 * Articles, best first. `undefined` where its code or a text is not on this phone: then nothing is
	 * known of what would be found.
	 */
	readonly search: (
		lang: LanguageTag,
		text: string,
		/** No word of it is taken for a slip of another. */
		isLiteral?: boolean
	) => Promise<SearchAnswer | undefined>;
}

/**
 * What one page alone asks of the phone. `lib/app/phone-parts.ts` answers; its code comes with the
 * later pages, so that nothing of it lies in the script that a first visit waits for.
 */
export interface PhoneParts {
	readonly languages: PhoneLanguages;
	readonly recordings: PhoneRecordings;
	readonly editionFiles: EditionFiles;
	readonly notices: Notices;
	/** The editions that are kept here, for a page that looks into both. */
	readonly keptEditions: () => Promise<KeptEditions>;
	/** The text that another app has just shared to this one. It is handed out once. */
	readonly sharedMessage: () => Promise<string | undefined>;
}
