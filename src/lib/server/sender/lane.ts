import { MINUTE_MS } from '#lib/edition/durations.ts';
import type { LeasedDelivery } from '#lib/server/outbox/outbox.ts';
import { suffixOf } from '#lib/server/push-services/endpoint-policy.ts';
import { Breaker } from './breaker.ts';
import { Credentials } from './credentials.ts';
import type { SenderLimits } from './sender-limits.ts';
import type { PushServiceStatus } from './sender-status.ts';
import { TokenBucket } from './token-bucket.ts';

/** So many waiting, and no more are fetched: enough that none runs dry between two claims. */
const QUEUE_LIMIT = 100;
/** Of one host under a suffix, which shares its places with all others there. */
const SHARED_CONCURRENCY = 25;
/** Of one that never accepted a message: its name may be invented, so it is tried before it is trusted. */
const UNPROVEN_CONCURRENCY = 2;
/** A push service that fails twenty times in a row is left alone, first for 15 s, then for up to 5 min. */
const DOWN = { threshold: 20, restMs: 15_000, maxRestMs: 5 * MINUTE_MS } as const;

/** What a lane keeps to. */
export type LaneCaps = Pick<SenderLimits, 'concurrency' | 'perSecond'>;

export interface Queued {
	readonly delivery: LeasedDelivery;
	readonly url: URL;
	/** When its lease is too short to be tried, in ms since 1970. */
	readonly staleAt: number;
}

/** One push service's own queue and limits, so that none of them can slow another. */
export class Lane {
	readonly host: string;
	/** The accepted suffix that it is under, if it is not named whole. */
	readonly suffix: string | undefined;
	readonly breaker = new Breaker(DOWN);
	readonly #limits: LaneCaps;
	readonly #bucket: TokenBucket;
	readonly #credentials = new Map<string, Credentials>();
	#queue: Queued[] = [];
	#inFlight = 0;
	#unsettled = 0;
	#pausedUntil = 0;
	#isProven: boolean;

	constructor(host: string, limits: LaneCaps, now: number) {
		this.host = host;
		this.suffix = suffixOf(host);
		this.#isProven = this.suffix === undefined;
		this.#limits = limits;
		this.#bucket = new TokenBucket(limits.perSecond, now);
	}

	/** Whether more should be fetched for it. */
	hasRoom(now: number): boolean {
		const mayWait = this.#isProven ? this.#queue.length < QUEUE_LIMIT : this.inHand < this.#most;
		return mayWait && this.restMs(now) === 0;
	}

	/** Whether it is named whole, or has accepted a message: nobody invented it. */
	get isProven(): boolean {
		return this.#isProven;
	}

	prove(): void {
		this.#isProven = true;
	}

	/** What its alerts name. Names that may be invented are as many as somebody likes: one stands for all. */
	get alertName(): string {
		return this.#isProven ? this.host : `*${this.suffix ?? ''}`;
	}

	/** Requests that it may have under way. */
	get #most(): number {
		const { concurrency } = this.#limits;
		if (!this.#isProven) return Math.min(concurrency, UNPROVEN_CONCURRENCY);
		return this.suffix === undefined ? concurrency : Math.min(concurrency, SHARED_CONCURRENCY);
	}

	/** How long nothing may be sent to it, in ms. */
	restMs(now: number): number {
		return Math.max(this.#pausedUntil - now, this.breaker.waitMs(now), 0);
	}

	/** Claimed and not settled. */
	get inHand(): number {
		return this.#inFlight + this.#unsettled + this.#queue.length;
	}

	get isIdle(): boolean {
		return this.inHand === 0;
	}

	push(queued: Queued): void {
		this.#queue.push(queued);
	}

	/** The next that may start now; or how long to wait, in ms; or `undefined` for "when one ends". */
	next(now: number): Queued | number | undefined {
		if (this.#queue.length === 0 || !this.#hasPlace) return undefined;
		const restMs = this.restMs(now);
		if (restMs > 0) return restMs;
		const waitMs = this.#bucket.take(now);
		if (waitMs > 0) return waitMs;
		if (!this.breaker.mayStart(now)) return undefined;
		return this.#queue.shift();
	}

	/**
	 * What is sent and not settled can be sent twice, so it has a limit of its own: the same again. A
	 * store that does not take answers thereby stops the sending.
	 */
	get #hasPlace(): boolean {
		const most = this.#most;
		return this.#inFlight < most && this.#inFlight + this.#unsettled < 2 * most;
	}

	/** Empties the queue. */
	drain(): LeasedDelivery[] {
		const drained = this.#queue.map(({ delivery }) => delivery);
		this.#queue = [];
		return drained;
	}

	/** A try begins, */
	begin(): void {
		this.#inFlight += 1;
	}

	/** has its answer, */
	answer(): void {
		this.#inFlight -= 1;
		this.#unsettled += 1;
	}

	/** and is settled. */
	settle(): void {
		this.#unsettled -= 1;
	}

	get queued(): number {
		return this.#queue.length;
	}

	/** `true`: it was not paused before. */
	pause(now: number, pauseMs: number): boolean {
		const wasPaused = this.#pausedUntil > now;
		this.#pausedUntil = Math.max(this.#pausedUntil, now + pauseMs);
		return !wasPaused;
	}

	credentialsOf(keyId: string): Credentials {
		const known = this.#credentials.get(keyId) ?? new Credentials();
		this.#credentials.set(keyId, known);
		return known;
	}

	status(now: number): PushServiceStatus {
		const credentials = Array.from(this.#credentials, ([keyId, { breaker }]) => {
			return { keyId, state: breaker.state };
		});
		const state = this.#pausedUntil > now ? 'paused' : this.breaker.state;
		return {
			host: this.host,
			state,
			inFlight: this.#inFlight,
			queued: this.#queue.length,
			credentials
		};
	}
}
