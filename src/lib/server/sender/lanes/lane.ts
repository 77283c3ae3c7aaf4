import { MINUTE_MS } from '#lib/edition/durations.ts';
import type { LeasedDelivery } from '#lib/server/outbox/outbox.ts';
import { suffixOf } from '#lib/server/push-services/endpoint-policy.ts';
import { Breaker } from './breaker.ts';
import { Credentials } from './credentials.ts';
import type { SenderLimits } from './sender-limits.ts';
import type { PushServiceStatus } from './sender-status.ts';
import { TokenBucket } from './token-bucket.ts';

/** With so many waiting, no more are leased. Enough for a lane not to run dry between two leases. */
const QUEUE_LIMIT = 100;
/** Requests at a time to a host under a suffix: those hosts share what may be in hand for the suffix. */
const SHARED_CONCURRENCY = 25;
/** Requests at a time to a host that never accepted a message: its name may be invented. */
const UNPROVEN_CONCURRENCY = 2;
/** A push service that fails twenty times in a row is left alone, first for 15 s, then for up to 5 min. */
const DOWN = { threshold: 20, restMs: 15_000, maxRestMs: 5 * MINUTE_MS } as const;

/** The limits of one lane. */
export type LaneCaps = Pick<SenderLimits, 'concurrency' | 'perSecond'>;

export interface Queued {
	readonly delivery: LeasedDelivery;
	readonly url: URL;
	/** From when on the rest of its lease is too short for a request, in ms since 1970. */
	readonly staleAt: number;
}

/** The queue and the limits of one push service, so that a slow one does not slow the others. */
export class Lane {
	readonly host: string;
	/** The suffix of the allow-list that let it in; none where the allow-list has its full name. */
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

	/** Whether to lease more deliveries for it. */
	hasRoom(now: number): boolean {
		const mayWait = this.#isProven ? this.#queue.length < QUEUE_LIMIT : this.inHand < this.#most;
		return mayWait && this.restMs(now) === 0;
	}

	/** Whether it certainly exists: its full name is in the allow-list, or it has accepted a message. */
	get isProven(): boolean {
		return this.#isProven;
	}

	markProven(): void {
		this.#isProven = true;
	}

	/**
	 * What its alerts call it. Unproven hosts share the name of their suffix: with names that strangers
	 * invent, there could be any number of alerts.
	 */
	get alertName(): string {
		return this.#isProven ? this.host : `*${this.suffix ?? ''}`;
	}

	/** How many requests it may have under way. */
	get #most(): number {
		const { concurrency } = this.#limits;
		if (!this.#isProven) return Math.min(concurrency, UNPROVEN_CONCURRENCY);
		return this.suffix === undefined ? concurrency : Math.min(concurrency, SHARED_CONCURRENCY);
	}

	/** How long nothing may be sent to it, in ms; 0 if something may be sent now. */
	restMs(now: number): number {
		return Math.max(this.#pausedUntil - now, this.breaker.waitMs(now), 0);
	}

	/** Deliveries that are leased and not settled. */
	get inHand(): number {
		return this.#inFlight + this.#unsettled + this.#queue.length;
	}

	get isIdle(): boolean {
		return this.inHand === 0;
	}

	push(queued: Queued): void {
		this.#queue.push(queued);
	}

	/** The next delivery to start; or how long to wait for it, in ms; or `undefined` until another ends. */
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
	 * Messages that were sent and are not settled may be sent a second time, so there may be no more of
	 * them than requests under way. A store that takes no outcomes thereby stops the sending.
	 */
	get #hasPlace(): boolean {
		const most = this.#most;
		return this.#inFlight < most && this.#inFlight + this.#unsettled < 2 * most;
	}

	/** Empties the queue, and gives what was in it. */
	drain(): LeasedDelivery[] {
		const drained = this.#queue.map(({ delivery }) => delivery);
		this.#queue = [];
		return drained;
	}

	/** A request to the push service begins. */
	beginRequest(): void {
		this.#inFlight += 1;
	}

	/** The request has its answer, or was given up. Its outcome is not stored yet. */
	endRequest(): void {
		this.#inFlight -= 1;
		this.#unsettled += 1;
	}

	/** The outcome is stored, or is left to the end of the lease. */
	finishDelivery(): void {
		this.#unsettled -= 1;
	}

	get queued(): number {
		return this.#queue.length;
	}

	/** Sends nothing for `pauseMs`. `true` if it was not paused before. */
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
