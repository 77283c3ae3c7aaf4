import type { SyncOutcome } from '#lib/sync/sync-outcome.ts';

/** A page that has just been opened may be syncing itself. */
const TRIES = 8;
const BETWEEN_MS = 500;

/** For what the reader asked for: waits while another sync runs; `busy` after about four seconds. */
export async function retryWhileBusy(sync: () => Promise<SyncOutcome>): Promise<SyncOutcome> {
	for (let tried = 1; ; tried += 1) {
		const outcome = await sync();
		if (outcome.status !== 'busy' || tried === TRIES) return outcome;
		await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
	}
}
