import { HOUR_MS, MINUTE_MS } from '#lib/edition/durations.ts';

/** A lease that ends later than this was given by a clock that was wrong. */
export const MAX_LEASE_MS = 10 * MINUTE_MS;
/** So is a next try that is further away: push services ask for minutes, seldom for hours. */
export const MAX_DELAY_MS = 12 * HOUR_MS;
/** Deliveries in one claim. */
export const MAX_BATCH = 200;
/**
 * If nobody has looked after the outbox for so long, it may be a backup: longer than a restart or an
 * upgrade, shorter than the way of a backup. Nothing is leased until somebody has.
 */
export const AWAY_MS = 15 * MINUTE_MS;
