import type { LeasedDelivery, DeliveryOutcome, Outbox } from '#lib/server/outbox/outbox.ts';
import { PruneBrake } from './prune-brake.ts';

/** Seldom are two announcements under way at once. */
const MAX_RUNS = 8;

/** The outcome, or what replaces it. `isBraked`: this one pulled the brake. */
interface Braked {
	readonly outcome: DeliveryOutcome;
	readonly isKept: boolean;
	readonly isBraked: boolean;
}

/** A brake for each announcement. At the first "gone" of an announcement, one query counts. */
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
		// the query failed: the next "gone" asks again
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
		// the delivery ends, and the subscription stays as it was
		return { outcome: { kind: 'failed' }, isKept: true, isBraked: answer === 'brakes' };
	};
}
