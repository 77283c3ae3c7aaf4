import type { ServerResponse } from 'node:http';
import { MINUTE_MS } from '#lib/edition/durations.ts';
import { log } from '#lib/server/process/log.ts';
import { sendText } from './send-text.ts';

/** One line a minute of each kind: with a disk, every request fails. */
const EVERY_MS = MINUTE_MS;

/** Codes of the operating system, such as `EIO`. Those of Node have an underscore. */
const FROM_SYSTEM = /^E[A-Z0-9]+$/;

/**
 * Answers where the disk or this server failed. The disk may be well another time, and what cannot be
 * read is never "not there": phones would take a 404 for news.
 */
export function failureAnswers(): (error: unknown, response: ServerResponse) => void {
	const saidAt = new Map<string, number>();
	return (error, response) => {
		const { code = 'unknown' } = error as NodeJS.ErrnoException;
		const name = error instanceof Error ? error.name : 'unknown';
		const kind = `${code} ${name}`;
		if (Date.now() - (saidAt.get(kind) ?? 0) > EVERY_MS) {
			saidAt.set(kind, Date.now());
			// no address and no path in the log: it would be a reading history
			log('answer-failed', { alert: true, code, error: name });
		}
		if (response.headersSent) {
			response.destroy();
			return;
		}
		if (!FROM_SYSTEM.test(code)) sendText(response, 500, 'The server failed. Try again later.');
		else sendText(response, 503, 'The server cannot read this now.', { 'retry-after': '60' });
	};
}
