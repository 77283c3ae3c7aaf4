import { DAY_MS, HOUR_MS } from '#lib/edition/durations.ts';
import type { log } from '#lib/server/process/log.ts';
import type { Expiry } from '#lib/server/trusted-edition/read-expiries.ts';

/** The same as in `docs/deploy/alerts.yml`. A head that is renewed daily has six days left. */
const SOON_DAYS = 3;

interface Ports {
	/** `undefined`: phones would refuse what is published. */
	readonly readExpiries: (now: Date) => Promise<readonly Expiry[] | undefined>;
	readonly log: typeof log;
	readonly now: () => Date;
}

/**
 * Raises alerts about what expires soon, one a day for each, for operators without Prometheus. Gives
 * after how many ms to check again.
 */
export function createExpiryWatchdog({
	readExpiries,
	log: write,
	now
}: Ports): () => Promise<number> {
	const saidAt = new Map<string, number>();
	const say = (event: string, what: string, fields: Parameters<typeof log>[1]): void => {
		const at = now().getTime();
		if (at - (saidAt.get(what) ?? -Infinity) < DAY_MS) return;
		saidAt.set(what, at);
		write(event, { alert: true, ...fields });
	};
	return async () => {
		const expiries = await readExpiries(now());
		if (!expiries) say('edition-not-trusted', 'edition-not-trusted', {});
		for (const { what, version, daysLeft } of expiries ?? []) {
			if (daysLeft >= SOON_DAYS) continue;
			const left = Math.floor(daysLeft * 10) / 10;
			say('expires-soon', what, { what, version, daysLeft: left });
		}
		return HOUR_MS;
	};
}
