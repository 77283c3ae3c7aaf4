import type { LeasedDelivery, DeliveryOutcome, Outbox } from '#lib/server/outbox/outbox.ts';
import { PruneBrake } from './prune-brake.ts';

/** Two announcements at once are many. */
const MAX_RUNS = 8;

/** `outcome`, or what stands in for it; `isBraked` when the brake was pulled just now. */
interface Braked {
	readonly outcome: DeliveryOutcome;
	readonly isKept: boolean;
	readonly isBraked: boolean;
}

/** A brake for each run, which is one announcement. Counting is one query a run, at its first "gone". */
export function createRunBrakes(
	countSucceeded: Outbox['countSucceeded']
): (delivery: LeasedDelivery, origin: string, outcome: DeliveryOutcome) => Promise<Braked> {
	const runs = new Map<string, Promise<PruneBrake>>();

	function brakeOf(run: string): Promise<PruneBrake> {
		const known = runs.get(run);
		if (known !== undefined) return known;
		if (runs.size >= MAX_RUNS) runs.clear();
		const brake = countSucceeded().then((counts) => new PruneBrake(counts));
		runs.set(run, brake);
		// the database was away: the next one asks anew
		brake.catch(() => runs.delete(run));
		return brake;
	}

	return async (delivery, origin, outcome) => {
		const { hasSucceeded } = delivery.subscription;
		if (outcome.kind !== 'gone' || !hasSucceeded) {
			return { outcome, isKept: false, isBraked: false };
		}
		const answer = (await brakeOf(delivery.announcementId)).ask(origin, hasSucceeded);
		if (answer === 'delete') return { outcome, isKept: false, isBraked: false };
		// it is over for this announcement, and the subscription stays as it was
		return { outcome: { kind: 'failed' }, isKept: true, isBraked: answer === 'brakes' };
	};
}
