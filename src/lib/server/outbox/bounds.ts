import { HOUR_MS, MINUTE_MS } from '#lib/edition/durations.ts';

/** The longest lease. One that ends later was given by a clock that was wrong. */
export const MAX_LEASE_MS = 10 * MINUTE_MS;
/** The longest wait for the next attempt: push services ask for minutes, seldom for hours. */
export const MAX_DELAY_MS = 12 * HOUR_MS;
/** How many deliveries one call leases at most. */
export const MAX_BATCH = 200;
/**
 * After so long without maintenance the database may be a restored backup. Longer than a restart or an
 * upgrade takes, and shorter than restoring a backup. Nothing is leased until maintenance has run.
 */
export const AWAY_MS = 15 * MINUTE_MS;
