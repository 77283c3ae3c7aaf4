import type { TrustState } from './trust-state.ts';

/**
 * The later of the phone's clock and the newest time that was signed: a clock that runs behind must not
 * make a text look younger than it is.
 */
export function knownTime(
	trust: Pick<TrustState, 'seen' | 'installed'> | undefined,
	clock: Date
): Date {
	const signed = trust?.seen?.head.issued ?? trust?.installed?.issued;
	return new Date(Math.max(clock.getTime(), signed ? Date.parse(signed) : 0));
}
