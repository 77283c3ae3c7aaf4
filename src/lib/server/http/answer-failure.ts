import type { ServerResponse } from 'node:http';
import { MINUTE_MS } from '#lib/edition/durations.ts';
import { log } from '#lib/server/process/log.ts';
import { sendText } from './files/send-text.ts';

/** How often the same kind of failure is logged: when a disk fails, every request does. */
const EVERY_MS = MINUTE_MS;

/** Error codes of the operating system, such as `EIO`. Those of Node have an underscore. */
const FROM_SYSTEM = /^E[A-Z0-9]+$/;

/**
 * Answers when the disk or this server has failed: 503 for the disk, which may recover, and 500 for the
 * rest. Never 404, which tells a phone something about the edition.
 */
export function failureAnswers(): (error: unknown, response: ServerResponse) => void {
	const saidAt = new Map<string, number>();
	return (error, response) => {
		const { code = 'unknown' } = error as NodeJS.ErrnoException;
		const name = error instanceof Error ? error.name : 'unknown';
		const kind = `${code} ${name}`;
		if (Date.now() - (saidAt.get(kind) ?? 0) > EVERY_MS) {
			saidAt.set(kind, Date.now());
			// addresses and paths in the log would be a reading history
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
