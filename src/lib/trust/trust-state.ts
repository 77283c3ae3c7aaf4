import * as v from 'valibot';
import { Edition, Head } from '#lib/edition/edition.ts';
import { Instant, Sha256 } from '#lib/edition/vocabulary.ts';
import type { TrustedRoot } from './anchor.ts';
import { isInRole, Root, type RootRole } from './signed/root.ts';

const KeyIds = v.array(v.string());

/** The newest verified head, kept before its edition is fetched. */
const Seen = v.object({
	head: Head,
	/** Of the payload: it tells two heads of one version apart, which signatures cannot. */
	sha256: Sha256,
	signers: KeyIds,
	/** No edition older than the one it names is accepted; ends when a publishing key leaves. */
	isEditionFloor: v.boolean()
});
export type Seen = v.InferOutput<typeof Seen>;

/** The edition on screen, and who signed it. */
const Installed = v.object({
	version: Edition.entries.version,
	issued: Instant,
	expires: Instant,
	/** Of the payload. */
	sha256: Sha256,
	signers: KeyIds,
	/** No older edition is accepted; ends when a publishing key leaves its role. */
	isFloor: v.boolean()
});
export type Installed = v.InferOutput<typeof Installed>;

/** What the publisher's hosts served last was refused. Ends when a head is accepted again. */
const Refused = v.object({ code: v.string(), at: Instant });
export type Refused = v.InferOutput<typeof Refused>;

/** Everything that a phone remembers about whom to believe. One row. */
export const TrustState = v.object({
	/** Payload hashes of the roots walked, the anchor's first: which publisher this is. */
	chain: v.array(Sha256),
	/** The newest of them. */
	root: Root,
	/**
	 * When a host last said that there is no newer root, or when an empty phone began with the anchor.
	 * Absent while a walk has not come to its end.
	 */
	rootsWalkedAt: v.optional(Instant),
	seen: v.optional(Seen),
	installed: v.optional(Installed),
	refused: v.optional(Refused),
	/** The version on screen before this one, kept whole for the comparison of words. */
	previous: v.optional(v.number())
});
export type TrustState = v.InferOutput<typeof TrustState>;

/** A row that another version wrote, or `undefined` where this one cannot read it. */
export function parseTrustState(row: unknown): TrustState | undefined {
	const result = v.safeParse(TrustState, row);
	return result.success ? result.output : undefined;
}

/**
 * Trust from the anchor on: on an empty phone, and where the anchor is of another publisher. What
 * was installed stays readable, but vouches for nothing: its keys are not in the new root.
 */
export function startTrust({ root, sha256 }: TrustedRoot, before?: TrustState): TrustState {
	const installed = before?.installed && { ...before.installed, isFloor: false };
	return { chain: [sha256], root, ...(installed && { installed }) };
}

/**
 * The state after the next root. A key that leaves its role takes its floor with it (TUF 5.3.11):
 * whoever stole it may have signed a version so high that nothing could follow. A key that is only
 * added resets nothing. A root that is not the next one changes nothing: another tab was faster.
 */
export function withRoot(state: TrustState, { root, sha256 }: TrustedRoot): TrustState {
	if (root.version !== state.root.version + 1) return state;
	const { seen, installed, rootsWalkedAt: _, ...rest } = state;
	const keeps = (role: RootRole): boolean =>
		state.root.roles[role].keyIds.every((keyId) => root.roles[role].keyIds.includes(keyId));
	const floor = keeps('edition');

	return {
		...rest,
		root,
		chain: [...state.chain, sha256],
		...(seen &&
			keeps('head') && { seen: { ...seen, isEditionFloor: seen.isEditionFloor && floor } }),
		...(installed && { installed: { ...installed, isFloor: installed.isFloor && floor } })
	};
}

/** The state after a walk that came to its end at `at`, an instant. */
export function withWalk(state: TrustState, newest: Root, at: string): TrustState {
	// another tab may have come further since
	return state.root.version === newest.version ? { ...state, rootsWalkedAt: at } : state;
}

/** The state after a head. One that is older than another tab's changes nothing. */
export function withSeen(state: TrustState, seen: Seen): TrustState {
	const isOlder = state.seen !== undefined && seen.head.version < state.seen.head.version;
	if (isOlder || !isInRole(state.root, 'head', seen.signers)) return state;
	const { refused: _over, ...rest } = state;
	return { ...rest, seen };
}
