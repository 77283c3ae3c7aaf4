import type { LeasedDelivery, DeliveryOutcome } from './outbox.ts';

export interface Settlement {
	readonly delivery: LeasedDelivery;
	readonly outcome: DeliveryOutcome;
}
interface Waiting extends Settlement {
	readonly resolve: (isSettled: boolean) => void;
	readonly reject: (error: unknown) => void;
}

/** How long an outcome waits for others, to share a write: each write to a disk takes 1 ms or more. */
const LINGER_MS = 20;
const FULL = 200;

export interface GroupSettler {
	readonly settle: (delivery: LeasedDelivery, outcome: DeliveryOutcome) => Promise<boolean>;
	/** Resolves when nothing waits to be written. */
	readonly settled: () => Promise<void>;
}

/**
 * Collects settlements that arrive within 20 ms of each other and writes them as a group, one group at
 * a time. `write` gives one answer for each settlement, in the same order.
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
		// with nothing to write, `writeAll` would end before the assignment, and never be cleared
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
