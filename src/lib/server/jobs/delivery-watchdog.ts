import { MINUTE_MS } from '#lib/edition/durations.ts';
import type { Announcements } from '#lib/server/announcements/announcements.ts';
import type { log } from '#lib/server/process/log.ts';
import { isLate } from '#lib/server/announcements/is-late.ts';

const EVERY_MS = MINUTE_MS;
const NEWEST = 20;

interface Ports {
	readonly announcements: Pick<Announcements, 'list'>;
	readonly watchdogMinutes: number;
	readonly log: typeof log;
	readonly now: () => Date;
}

/**
 * Raises one alert for each announcement that is not finished in time, whatever the reason: also when
 * no sender runs.
 */
export function createDeliveryWatchdog({
	announcements,
	watchdogMinutes,
	log: write,
	now
}: Ports): () => Promise<number> {
	const said = new Set<number>();
	return async () => {
		try {
			for (const it of await announcements.list(NEWEST)) {
				if (said.has(it.edition) || !isLate(it, watchdogMinutes, now())) continue;
				said.add(it.edition);
				const { edition, severity, state, waiting } = it;
				write('announcement-late', { alert: true, edition, severity, state, waiting });
			}
		} catch (error) {
			const name = error instanceof Error ? error.name : 'unknown';
			write('watchdog-blind', { alert: true, error: name });
		}
		return EVERY_MS;
	};
}
