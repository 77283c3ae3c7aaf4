import { provenPool, SUFFIXES, unprovenPool } from '#lib/server/push-services/endpoint-policy.ts';
import { Lane, type LaneCaps } from './lane.ts';
import type { PushServiceStatus } from './sender-status.ts';

/**
 * More than the hosts that the server stores by default (`MAX_PUSH_HOSTS`). A lane that is dropped
 * loses what it knew of failures.
 */
const MAX_LANES = 2000;
/** Leased and not settled, of all hosts under one suffix: they leave room for everybody else. */
const IN_HAND = 400;
/** The same, of hosts that never accepted a message. Each may stay silent for a whole deadline. */
const UNPROVEN_IN_HAND = 100;
/**
 * How often deliveries of unproven hosts are leased. A lease brings 20 of them at most: 40 a second for
 * each suffix is 3 % of what a processor sends, however fast they fail.
 */
export const UNPROVEN_EVERY_MS = 500;

/** The lanes of one sender, by the origin of the push service. */
export class Lanes {
	readonly #limits: LaneCaps;
	readonly #byOrigin = new Map<string, Lane>();
	#fullPools: readonly string[] = [];
	/** When deliveries of unproven hosts were last leased, in ms since 1970. */
	#unprovenAt = -Infinity;

	constructor(limits: LaneCaps) {
		this.#limits = limits;
	}

	of(url: URL, now: number): Lane {
		const known = this.#byOrigin.get(url.origin);
		if (known !== undefined) return known;
		if (this.#byOrigin.size >= MAX_LANES) this.#forgetIdle(now);
		const lane = new Lane(url.host, this.#limits, now);
		this.#byOrigin.set(url.origin, lane);
		return lane;
	}

	/** The origins and pools to leave out of the next lease. */
	closed(now: number): string[] {
		this.#fullPools = this.#poolsBeyond(1);
		const isTooSoon = now >= this.#unprovenAt && now < this.#unprovenAt + UNPROVEN_EVERY_MS;
		if (!isTooSoon) this.#unprovenAt = now;
		const origins = Array.from(this.#byOrigin).flatMap(([origin, lane]) => {
			return lane.hasRoom(now) ? [] : [origin];
		});
		return [...origins, ...this.#fullPools, ...(isTooSoon ? SUFFIXES.map(unprovenPool) : [])];
	}

	/** Whether a pool that was full at the last call of `closed` has room again. `true` once. */
	hasReopened(): boolean {
		if (this.#fullPools.length === 0) return false;
		const stillFull = new Set(this.#poolsBeyond(3 / 4));
		if (this.#fullPools.every((pool) => stillFull.has(pool))) return false;
		this.#fullPools = [];
		return true;
	}

	/** The pools that hold at least this part of what they may. */
	#poolsBeyond(part: number): string[] {
		const held = new Map<string, { all: number; unproven: number }>();
		for (const { suffix, inHand, isProven } of this.#byOrigin.values()) {
			if (suffix === undefined) continue;
			const sum = held.get(suffix) ?? { all: 0, unproven: 0 };
			sum.all += inHand;
			if (!isProven) sum.unproven += inHand;
			held.set(suffix, sum);
		}
		return Array.from(held).flatMap(([suffix, { all, unproven }]) => {
			const isFull = all >= part * IN_HAND;
			return [
				...(isFull ? [provenPool(suffix)] : []),
				...(isFull || unproven >= part * UNPROVEN_IN_HAND ? [unprovenPool(suffix)] : [])
			];
		});
	}

	/** Deliveries that wait in a lane. */
	get queued(): number {
		let sum = 0;
		for (const lane of this.#byOrigin.values()) sum += lane.queued;
		return sum;
	}

	/** Unproven hosts are left out: strangers can invent any number of them. */
	status(now: number): PushServiceStatus[] {
		return Array.from(this.#byOrigin.values())
			.filter(({ isProven }) => isProven)
			.map((lane) => lane.status(now));
	}

	[Symbol.iterator](): Iterator<Lane> {
		return this.#byOrigin.values();
	}

	#forgetIdle(now: number): void {
		for (const [origin, lane] of this.#byOrigin) {
			if (lane.isIdle && lane.restMs(now) === 0) this.#byOrigin.delete(origin);
		}
	}
}
