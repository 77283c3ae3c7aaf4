import { DAY_MS } from '#lib/edition/durations.ts';
import type { Severity } from '#lib/push/notice.ts';

const DAY_S = DAY_MS / 1000;
/** How long a push service keeps a message for a phone that is offline, in seconds. */
const TTL_S: Readonly<Record<Severity, number>> = { routine: 7 * DAY_S, critical: 28 * DAY_S };

/**
 * The headers of a push message (RFC 8030 §5): how long to keep it, which undelivered message it
 * replaces (of the same topic), and whether to wake a phone that saves power.
 */
export const pushHeaders = (
	severity: Severity,
	authorization: string
): Readonly<Record<string, string>> => ({
	authorization,
	ttl: String(TTL_S[severity]),
	topic: severity,
	urgency: severity === 'critical' ? 'high' : 'normal',
	'content-type': 'application/octet-stream',
	'content-encoding': 'aes128gcm'
});
