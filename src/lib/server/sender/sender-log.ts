import { MINUTE_MS } from '#lib/edition/durations.ts';
import type { SenderAlert, SenderEvent } from './outcomes/sender-event.ts';
import type { SenderCounters } from './lanes/sender-status.ts';

/** How often the same alert about the same push service is logged. It is counted every time. */
const QUIET_MS = 10 * MINUTE_MS;
/** How often the counts of answers are logged, if there were any. */
const SUMMARY_MS = 10_000;

/** The log of a sender: few lines, even of what happens a million times. */
export class SenderLog {
	readonly #write: (event: SenderEvent) => void;
	readonly #counters: SenderCounters;
	readonly #saidAt = new Map<string, number>();
	#summarisedAt: number;
	#summarised: SenderCounters['answers'] = {};

	constructor(write: (event: SenderEvent) => void, counters: SenderCounters, now: number) {
		this.#write = write;
		this.#counters = counters;
		this.#summarisedAt = now;
	}

	write(event: SenderEvent): void {
		this.#write(event);
	}

	alert(now: number, alert: SenderAlert, host?: string, reason?: string): void {
		this.#counters.countAlert(alert);
		const name = `${alert} ${host ?? ''} ${reason ?? ''}`;
		const saidAt = this.#saidAt.get(name);
		if (saidAt !== undefined && now - saidAt < QUIET_MS) return;
		// push services choose the reasons, so there could be any number of them
		if (this.#saidAt.size >= 200) this.#saidAt.clear();
		this.#saidAt.set(name, now);
		this.#write({
			event: 'sender-alert',
			alert,
			...(host !== undefined && { host }),
			...(reason !== undefined && { reason })
		});
	}

	/** Logs the answers since the last summary, if one is due and there were any. */
	summarise(now: number, isLast = false): void {
		if (!isLast && now - this.#summarisedAt < SUMMARY_MS) return;
		this.#summarisedAt = now;
		const before = this.#summarised;
		const entries = Object.entries(this.#counters.answers).map(([name, count]) => {
			return [name, count - (before[name as keyof typeof before] ?? 0)] as const;
		});
		const answers = Object.fromEntries(entries.filter(([, count]) => count > 0));
		if (Object.keys(answers).length === 0) return;
		this.#summarised = { ...this.#counters.answers };
		this.#write({ event: 'messages-sent', answers });
	}
}
