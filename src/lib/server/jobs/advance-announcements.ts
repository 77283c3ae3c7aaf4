import type { Announcements } from '#lib/server/announcements/announcements.ts';
import type { log } from '#lib/server/process/log.ts';

const IDLE_MS = 1000;
const AFTER_FAILURE_MS = 5000;

interface Ports {
	readonly announcements: Pick<Announcements, 'advance'>;
	readonly log: typeof log;
	/** Called when there may be something to send. */
	readonly onProgress: () => void;
}

/** Advances all announcements by one step. Gives after how many ms to do it again. */
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
		// without the database there is nothing to do but to try again
		const name = error instanceof Error ? error.name : 'unknown';
		write('announcements-stuck', { alert: true, error: name });
		return AFTER_FAILURE_MS;
	}
}
