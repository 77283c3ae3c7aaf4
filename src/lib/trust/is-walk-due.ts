import { DAY_MS } from '#lib/edition/durations.ts';
import { instantMs } from '#lib/edition/dates.ts';
import type { TrustState } from './trust-state.ts';

/**
 * How long a phone may believe a head without asking whether there is a newer root: how long a stolen
 * head key works after it was revoked, if the thief can serve heads but cannot hide roots.
 */
const WALK_EACH_MS = DAY_MS;

/**
 * Whether roots must be asked for before a head is believed. A good head names the newest root, so
 * that nothing is lost by not asking; but whoever stole its key would go on naming the old one.
 */
export function isWalkDue({ root, rootsWalkedAt, seen }: TrustState, now: Date): boolean {
	const [walkedMs, nowMs] = [instantMs(rootsWalkedAt ?? ''), now.getTime()];
	// a clock that stands still, or that was set back, must not put it off for ever
	const latestMs = Math.max(nowMs, instantMs(seen?.head.issued ?? '') || 0);
	const isRecent = walkedMs <= nowMs && latestMs - walkedMs < WALK_EACH_MS;
	return !isRecent || !(instantMs(root.expires) > nowMs);
}
