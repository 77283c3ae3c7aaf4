import type { Notice } from '#lib/push/notice.ts';
import { formatPushMessage } from '#lib/push/push-message.ts';

/** A message before encryption: padded to the usual size, and unpadded for a service that answers 413. */
export interface MessageBodies {
	readonly padded: Buffer;
	readonly smallest: Buffer;
}

/**
 * The messages of the announcements that are being sent. Every phone gets the same message, so each is
 * made, and checked against its schema, once.
 */
export function createMessageBodies(origin: string): (notice: Notice) => MessageBodies {
	const made = new Map<string, MessageBodies>();
	return (notice) => {
		const { edition, severity, proof } = notice;
		const name = `${edition} ${severity} ${proof}`;
		const known = made.get(name);
		if (known !== undefined) return known;
		const text = formatPushMessage({ edition, severity, proof }, origin);
		const bodies = { padded: Buffer.from(text), smallest: Buffer.from(text.trimEnd()) };
		// more than two announcements at once are unlikely
		if (made.size >= 8) made.clear();
		made.set(name, bodies);
		return bodies;
	};
}
