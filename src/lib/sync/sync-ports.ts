import type { Edition } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { Result } from '#lib/edition/result.ts';
import type { StagedListing } from '#lib/edition/staged-listing.ts';
import type { AcceptedEdition } from '#lib/trust/accept-edition.ts';
import type { TrustedRoot } from '#lib/trust/anchor.ts';
import type { Bytes } from '#lib/trust/bytes.ts';
import type { Numbered } from '#lib/trust/is-rollback.ts';
import type { TrustState } from '#lib/trust/trust-state.ts';
import type { HostPorts } from './fetch-named.ts';
import type { Rejection, SyncProgress } from './sync-outcome.ts';

/** A file as it came, and its path. */
export interface Proof {
	readonly path: string;
	readonly file: Bytes;
}

/** Files as they came, by path, and texts by hash. */
export interface Verified {
	readonly proofs?: ReadonlyMap<string, Bytes>;
	readonly texts?: ReadonlyMap<string, string>;
}

/**
 * What sync needs of a phone's memory. `Prepared` is what it makes of a language before a switch.
 * Its refusals (a full disk) are thrown; `lib/pwa` turns them into an outcome.
 */
export interface SyncStore<Prepared> {
	readonly readTrust: () => Promise<TrustState | undefined>;
	/** With the file that proves what it changes to, if there is one: both or neither. */
	readonly updateTrust: (
		change: (state: TrustState | undefined) => TrustState,
		proof?: Proof
	) => Promise<TrustState>;
	readonly storedHashes: () => Promise<Set<string>>;
	readonly readBlobs: (hashes: readonly string[]) => Promise<readonly (string | undefined)[]>;
	/** What is here under these hashes, texts and what `stage` keeps as proof. It may have been damaged. */
	readonly readBases: (hashes: readonly string[]) => Promise<ReadonlyMap<string, string>>;
	/** What was kept as proof under a path. It may have been damaged since. */
	readonly readProof: (path: string) => Promise<Bytes | undefined>;
	/** Keeps what has just been verified, until a switch names it. */
	readonly stage: (verified: Verified) => Promise<void>;
	readonly installedEdition: () => Promise<Edition | undefined>;
	/** Languages of the edition on screen of which every text is here. */
	readonly wholeLanguages: () => Promise<readonly LanguageTag[]>;
	/** Works out what a switch puts in place, from texts that are stored by now. */
	readonly prepare: (listing: StagedListing) => Promise<Result<Prepared, Rejection>>;
	readonly switchTo: (
		accepted: AcceptedEdition,
		listings: readonly Prepared[]
	) => Promise<Result<{ version: number }, Rejection>>;
	readonly addLanguage: (
		edition: Numbered,
		listing: Prepared
	) => Promise<Result<{ version: number }, Rejection>>;
	/** `staged`: hashes that a sync which is not done yet still needs. */
	readonly collectGarbage: (staged: ReadonlySet<string>) => Promise<void>;
}

/** The world as sync needs it. Tests pass their own; `lib/pwa/sync/sync-here.ts` passes the real one. */
export interface SyncPorts<Prepared> extends HostPorts {
	readonly anchor: TrustedRoot;
	readonly floor: number;
	/** The hosts have every root there is. A file that was passed on says nothing about newer ones,
	 * and what is wrong with it nothing about the publisher's host. */
	readonly isComplete: boolean;
	readonly store: SyncStore<Prepared>;
	readonly now: () => Date;
	readonly onProgress: (progress: SyncProgress) => void;
	/** Another edition is on screen; other languages may still be on their way. */
	readonly onSwitched: (version: number) => void;
	/** How far the host's clock is ahead of the phone's, in ms. */
	readonly onClockSkew: (skewMs: number) => void;
}
