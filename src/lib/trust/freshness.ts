import { DAY_MS } from '#lib/edition/durations.ts';
import { hasExpired, instantMs } from '#lib/edition/dates.ts';
import { isInRole } from './signed/root.ts';
import type { TrustState } from './trust-state.ts';

export type Freshness = 'current' | 'behind' | 'unconfirmed' | 'clock-wrong';

/** What freshness is derived from; a `TrustState` fits. */
export interface TrustView extends Pick<TrustState, 'root' | 'seen' | 'installed' | 'refused'> {
	/** How far a response's `Date` was ahead of the phone, in ms. Unsigned: it can only warn. */
	readonly clockSkewMs?: number | undefined;
}

export interface FreshnessLabel {
	readonly state: Freshness;
	/** When the edition was last confirmed: the instant at which the newest head was signed. */
	readonly since?: string;
	/** A key that signed what is installed has left its role since. */
	readonly isRevoked: boolean;
	/** Why what came last was refused, where no head has been accepted since. */
	readonly refused?: string;
}

/**
 * What the phone may say of its edition at `now`. Derived on each look and never stored, because it
 * changes while nothing happens. It hides nothing: reading stays open in every state.
 */
export function freshness(trust: TrustView | undefined, now: Date): FreshnessLabel {
	if (!trust?.installed) return { state: 'unconfirmed', isRevoked: false };
	const { root, seen, installed, refused, clockSkewMs = 0 } = trust;
	const isRevoked = !isInRole(root, 'edition', installed.signers);
	const since = seen?.head.issued ?? installed.issued;
	const cause = refused && { refused: refused.code };
	const label = (state: Freshness): FreshnessLabel => ({ state, since, isRevoked, ...cause });

	// what is known to be old is said first: no clock and no expiry can make it better
	if (seen && seen.head.edition.sha256 !== installed.sha256) return label('behind');

	const areKeysGood = !isRevoked && seen && isInRole(root, 'head', seen.signers);
	const expiries = [root.expires, installed.expires, seen?.head.expires ?? installed.issued];
	const isExpired = expiries.some((expires) => hasExpired(expires, now));
	// what a host serves instead may hide something newer: nobody confirms what is here any more
	if (!areKeysGood || isExpired || refused) return label('unconfirmed');

	// a clock that runs behind makes every expiry look far away
	const newest = Math.max(...[seen.head.issued, installed.issued].map(instantMs));
	const isClockRight = now.getTime() >= newest && Math.abs(clockSkewMs) <= DAY_MS;
	return label(isClockRight ? 'current' : 'clock-wrong');
}
