import type { BreakerState } from './breaker.ts';
import type { AnswerClass } from '../outcomes/classify-answer.ts';
import type { LocalClass, SenderAlert } from '../outcomes/sender-event.ts';

/** Upper bounds of the histogram's buckets, in seconds, as Prometheus counts them. */
export const DURATION_BOUNDS_S = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

/** A push service as one sender sees it. */
export interface PushServiceStatus {
	readonly host: string;
	/** `paused`: it answered 429. Else the state of its breaker. */
	readonly state: BreakerState | 'paused';
	readonly inFlight: number;
	readonly queued: number;
	/** For each VAPID key, whether the push service accepts its signatures. */
	readonly credentials: readonly { readonly keyId: string; readonly state: BreakerState }[];
}

/** What a sender has done since it was started, in numbers. */
export interface SenderStatus {
	readonly answers: Readonly<Partial<Record<AnswerClass | LocalClass, number>>>;
	readonly alerts: Readonly<Partial<Record<SenderAlert, number>>>;
	/** Subscriptions that were kept although their push service says that they are gone. */
	readonly keptByBrake: number;
	readonly durations: {
		/** How many requests took at most `DURATION_BOUNDS_S[i]`; the last one is all of them. */
		readonly cumulative: readonly number[];
		readonly sumS: number;
	};
	readonly pushServices: readonly PushServiceStatus[];
}

/** The counters behind `SenderStatus`. */
export class SenderCounters {
	answers: Partial<Record<AnswerClass | LocalClass, number>> = {};
	alerts: Partial<Record<SenderAlert, number>> = {};
	keptByBrake = 0;
	#buckets = DURATION_BOUNDS_S.map(() => 0);
	#count = 0;
	#sumS = 0;

	countAnswer(name: AnswerClass | LocalClass): void {
		this.answers[name] = (this.answers[name] ?? 0) + 1;
	}

	countAlert(alert: SenderAlert): void {
		this.alerts[alert] = (this.alerts[alert] ?? 0) + 1;
	}

	observe(seconds: number): void {
		this.#count += 1;
		this.#sumS += seconds;
		const bucket = DURATION_BOUNDS_S.findIndex((bound) => seconds <= bound);
		if (bucket >= 0) this.#buckets[bucket] = (this.#buckets[bucket] ?? 0) + 1;
	}

	get durations(): SenderStatus['durations'] {
		let sum = 0;
		const cumulative = this.#buckets.map((count) => (sum += count));
		return { cumulative: [...cumulative, this.#count], sumS: this.#sumS };
	}
}
