import { provenPool, SUFFIXES, unprovenPool } from '#lib/server/push-services/endpoint-policy.ts';
import { Lane, type LaneCaps } from './lane.ts';
import type { PushServiceStatus } from './sender-status.ts';

/** Hosts under a suffix may be a thousand (`MAX_PUSH_HOSTS`): a lane that is forgotten forgets its failures. */
const MAX_LANES = 2000;
/** Claimed and not settled of all hosts under one suffix: they fill no place of the others. */
const IN_HAND = 400;
/** Of those among them that never accepted a message. Each may take a whole deadline to say nothing. */
const UNPROVEN_IN_HAND = 100;
/**
 * They are asked for so often, and a claim gives 20 of them at most: 40 a second under each suffix is
 * 3 % of what a processor sends, however fast they fail.
 */
export const UNPROVEN_EVERY_MS = 500;

/** The lanes of one sender, by origin. */
export class Lanes {
	readonly #limits: LaneCaps;
	readonly #byOrigin = new Map<string, Lane>();
	#fullPools: readonly string[] = [];
	/** When those who never accepted a message were asked for, in ms since 1970. */
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

	/** The origins and pools that nothing should be leased for. */
	closed(now: number): string[] {
		this.#fullPools = this.#poolsBeyond(1);
		const isTooSoon = now >= this.#unprovenAt && now < this.#unprovenAt + UNPROVEN_EVERY_MS;
		if (!isTooSoon) this.#unprovenAt = now;
		const origins = Array.from(this.#byOrigin).flatMap(([origin, lane]) => {
			return lane.hasRoom(now) ? [] : [origin];
		});
		return [...origins, ...this.#fullPools, ...(isTooSoon ? SUFFIXES.map(unprovenPool) : [])];
	}

	/** Whether a pool has room again that was full when `closed` was asked: `true` once. */
	hasReopened(): boolean {
		if (this.#fullPools.length === 0) return false;
		const stillFull = new Set(this.#poolsBeyond(3 / 4));
		if (this.#fullPools.every((pool) => stillFull.has(pool))) return false;
		this.#fullPools = [];
		return true;
	}

	/** The pools that hold so great a part of what they may, or more. */
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

	/** Claimed and not begun, in all of them. */
	get queued(): number {
		let sum = 0;
		for (const lane of this.#byOrigin.values()) sum += lane.queued;
		return sum;
	}

	/** Of those that somebody may have invented there could be any number: they are left out. */
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
