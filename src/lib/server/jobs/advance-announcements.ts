import type { Announcements } from '#lib/server/announcements/announcements.ts';
import type { log } from '#lib/server/process/log.ts';

const IDLE_MS = 1000;
const AFTER_FAILURE_MS = 5000;

interface Ports {
	readonly announcements: Pick<Announcements, 'advance'>;
	readonly log: typeof log;
	/** There may be something to send. */
	readonly onProgress: () => void;
}

/** Releases, fans out and ends announcements, a piece at a time. Gives when to come again, in ms. */
export async function advanceAnnouncements({
	announcements,
	log: write,
	onProgress
}: Ports): Promise<number> {
	try {
		const { isBusy, steps } = await announcements.advance();
		for (const { edition, step, count } of steps) {
			write(`announcement-${step}`, { edition, count });
		}
		if (steps.length > 0) onProgress();
		return isBusy ? 0 : IDLE_MS;
	} catch (error) {
		// the database is away: it is the truth, so there is nothing to do but ask again
		const name = error instanceof Error ? error.name : 'unknown';
		write('announcements-stuck', { alert: true, error: name });
		return AFTER_FAILURE_MS;
	}
}
