import type { ArticleChange } from '#lib/edition/compare-editions.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { SyncOutcome, SyncProgress } from '#lib/sync/sync-outcome.ts';
import type { FreshnessLabel } from '#lib/trust/freshness.ts';
import type { CodeState } from '../worker/code-state.ts';
import type { Readiness } from './readiness.ts';

export interface PhoneReadiness extends Readiness {
	/** All texts are here, and their search. */
	readonly areTextsReady: boolean;
	/** All guides and directives are here, and open offline; other pages may not yet. */
	readonly areGuidesSaved: boolean;
}

/** What is known of this phone. Replaced whole each time that any of it changes. */
export interface PhoneFacts {
	readonly lang: LanguageTag;
	readonly progress?: SyncProgress | undefined;
	readonly outcome?: SyncOutcome | undefined;
	/** The language is not here, and another one is shown in its place. */
	readonly hasStandIn?: boolean;
	/** A sync is under way. */
	readonly isSyncing?: boolean;
	/** The texts of the language are not here, and for a while nothing has come. */
	readonly isSlow?: boolean;
	/** Of the reader's language; `ready` only with all of the app's code in its cache, too. */
	readonly readiness?: PhoneReadiness | undefined;
	readonly freshness?: FreshnessLabel | undefined;
	readonly changes: readonly ArticleChange[];
	/** Slugs of the critical change notes that wait to be acknowledged. */
	readonly critical: readonly string[];
	/** The later of the phone's clock and what is signed, when the facts were read. */
	readonly now?: Date | undefined;
	readonly storageBytes?: number | undefined;
}

/** What is known of the texts, with what is known of the code. */
export const withCode = (texts: Readiness, code: CodeState): PhoneReadiness => ({
	...texts,
	areTextsReady: texts.ready,
	areGuidesSaved: texts.ready && code !== 'missing',
	ready: texts.ready && code === 'whole'
});
