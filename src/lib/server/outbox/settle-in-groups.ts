import type { LeasedDelivery, DeliveryOutcome } from './outbox.ts';

export interface Settlement {
	readonly delivery: LeasedDelivery;
	readonly outcome: DeliveryOutcome;
}
interface Waiting extends Settlement {
	readonly resolve: (isSettled: boolean) => void;
	readonly reject: (error: unknown) => void;
}

/** How long an answer waits for others to be written with: a disk takes 1 ms or more each time. */
const LINGER_MS = 20;
const FULL = 200;

export interface GroupSettler {
	readonly settle: (delivery: LeasedDelivery, outcome: DeliveryOutcome) => Promise<boolean>;
	/** Ends when nothing waits to be written. */
	readonly settled: () => Promise<void>;
}

/**
 * Collects settlements that come together and writes each group in one go, one after the other.
 * `write` answers for each, in their order.
 */
export function settleInGroups(
	write: (group: readonly Settlement[]) => Promise<boolean[]>
): GroupSettler {
	let waiting: Waiting[] = [];
	let timer: NodeJS.Timeout | undefined;
	let writing: Promise<void> | undefined;

	async function writeGroup(group: readonly Waiting[]): Promise<void> {
		try {
			const answers = await write(group);
			group.forEach(({ resolve }, index) => {
				resolve(answers[index] ?? false);
			});
		} catch (error) {
			for (const { reject } of group) reject(error);
		}
	}

	async function writeAll(): Promise<void> {
		while (waiting.length > 0) {
			const group = waiting;
			waiting = [];
			await writeGroup(group);
		}
		writing = undefined;
	}

	function start(): void {
		clearTimeout(timer);
		timer = undefined;
		// with nothing to write it would be over before it is noted, and be taken for under way for good
		if (waiting.length > 0) writing ??= writeAll();
	}

	return {
		settle: (delivery, outcome) =>
			new Promise((resolve, reject) => {
				waiting.push({ delivery, outcome, resolve, reject });
				if (waiting.length >= FULL) start();
				else timer ??= setTimeout(start, LINGER_MS);
			}),
		async settled() {
			start();
			await writing;
		}
	};
}
