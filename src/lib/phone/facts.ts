import type { ArticleChange } from '#lib/edition/compare-editions.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { SyncOutcome, SyncProgress } from '#lib/sync/sync-outcome.ts';
import type { FreshnessLabel } from '#lib/trust/freshness.ts';
import type { PhoneReadiness } from './readiness.ts';

/** What a page shows of how sure the edition is that it reads from. */
export type Freshness = Pick<FreshnessLabel, 'state' | 'since' | 'refused'>;

/** What is not as the reader knows it of who publishes. One at a time, the gravest. */
export type PublisherChange =
	| { readonly kind: 'new-publisher'; readonly before: string; readonly now: string }
	/** What readers of one language are told now that it is for. Empty: nothing, in any language. */
	| { readonly kind: 'new-purpose'; readonly lang: string; readonly purpose: string }
	/** Since when others sign. `areVouchedFor`: the keys before have signed them in. */
	| { readonly kind: 'new-keys'; readonly issued: string; readonly areVouchedFor: boolean };

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
	/** The phone had no room for a file of the app's code. */
	readonly isFull?: boolean;
	/** Of the reader's language; `ready` only with all of the app's code in its cache, too. */
	readonly readiness?: PhoneReadiness | undefined;
	readonly freshness?: Freshness | undefined;
	readonly changes: readonly ArticleChange[];
	/** Slugs of the critical change notes that wait to be acknowledged. */
	readonly critical: readonly string[];
	/** What the reader does not know yet of whoever publishes the edition on screen. */
	readonly publisherChange?: PublisherChange | undefined;
	/** The later of the phone's clock and what is signed, when the facts were read. */
	readonly now?: Date | undefined;
	readonly storageBytes?: number | undefined;
}
