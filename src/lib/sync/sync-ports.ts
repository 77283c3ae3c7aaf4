import type { Edition } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { Result } from '#lib/edition/result.ts';
import type { StagedListing } from '#lib/edition/staged-listing.ts';
import type { AcceptedEdition } from '#lib/trust/accept-edition.ts';
import type { TrustedRoot } from '#lib/trust/anchor.ts';
import type { Bytes } from '#lib/trust/signed/bytes.ts';
import type { Numbered } from '#lib/trust/is-rollback.ts';
import type { TrustState } from '#lib/trust/trust-state.ts';
import type { HostPorts } from './fetch/fetch-named.ts';
import type { Rejection, SyncProgress } from './sync-outcome.ts';

/** A file as it was received, and its path. */
export interface Proof {
	readonly path: string;
	readonly file: Bytes;
}

/** Files as they were received, by path, and texts by hash. */
export interface Verified {
	readonly proofs?: ReadonlyMap<string, Bytes>;
	readonly texts?: ReadonlyMap<string, string>;
}

/**
 * The storage that a sync needs. `Prepared` is what is made of a language before a switch. If
 * storage refuses, as when the disk is full, methods throw, and `lib/pwa` turns that into an
 * outcome.
 */
export interface SyncStore<Prepared> {
	readonly readTrust: () => Promise<TrustState | undefined>;
	/** `proof`: the file that proves the change, if there is one. Both are stored, or neither. */
	readonly updateTrust: (
		change: (state: TrustState | undefined) => TrustState,
		proof?: Proof
	) => Promise<TrustState>;
	readonly storedHashes: () => Promise<Set<string>>;
	readonly readBlobs: (hashes: readonly string[]) => Promise<readonly (string | undefined)[]>;
	/**
	 * Everything that is stored under these hashes: texts, and files that `stage` keeps as proof. It
	 * may be damaged.
	 */
	readonly readBases: (hashes: readonly string[]) => Promise<ReadonlyMap<string, string>>;
	/** A file that was kept as proof. It may be damaged. */
	readonly readProof: (path: string) => Promise<Bytes | undefined>;
	/** Stores what was just verified. Nobody sees it until a switch names it. */
	readonly stage: (verified: Verified) => Promise<void>;
	readonly installedEdition: () => Promise<Edition | undefined>;
	/** Languages of the edition on screen of which every text is on the phone. */
	readonly wholeLanguages: () => Promise<readonly LanguageTag[]>;
	/** Prepares what a switch puts in place, from texts that are stored. */
	readonly prepare: (listing: StagedListing) => Promise<Result<Prepared, Rejection>>;
	readonly switchTo: (
		accepted: AcceptedEdition,
		listings: readonly Prepared[]
	) => Promise<Result<{ version: number }, Rejection>>;
	readonly addLanguage: (
		edition: Numbered,
		listing: Prepared
	) => Promise<Result<{ version: number }, Rejection>>;
	/** `staged`: hashes that an unfinished sync still needs. */
	readonly collectGarbage: (staged: ReadonlySet<string>) => Promise<void>;
}

/**
 * Everything outside that a sync needs. Tests pass their own; `lib/pwa/sync/sync-here.ts` passes
 * the real things.
 */
export interface SyncPorts<Prepared> extends HostPorts {
	readonly anchor: TrustedRoot;
	readonly floor: number;
	/**
	 * Whether the hosts have every root. A shared file does not: it says nothing about newer roots,
	 * and if it is wrong, that says nothing about the publisher's host.
	 */
	readonly isComplete: boolean;
	readonly store: SyncStore<Prepared>;
	readonly now: () => Date;
	readonly onProgress: (progress: SyncProgress) => void;
	/** Called when another edition is on screen. Further languages may still follow. */
	readonly onSwitched: (version: number) => void;
	/** Called with how far the host's clock is ahead of the phone's, in ms. */
	readonly onClockSkew: (skewMs: number) => void;
}
