import { Lane, type LaneCaps } from './lane.ts';
import type { PushServiceStatus } from './sender-status.ts';

/** Origins are few, but `*.notify.windows.com` is as many as somebody likes to make up. */
const MAX_LANES = 200;

/** The lanes of one sender, by origin. */
export class Lanes {
	readonly #limits: LaneCaps;
	readonly #byOrigin = new Map<string, Lane>();

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

	/** The origins that nothing should be claimed for. */
	closed(now: number): string[] {
		return Array.from(this.#byOrigin).flatMap(([origin, lane]) => {
			return lane.hasRoom(now) ? [] : [origin];
		});
	}

	/** Claimed and not begun, in all of them. */
	get queued(): number {
		let sum = 0;
		for (const lane of this.#byOrigin.values()) sum += lane.queued;
		return sum;
	}

	status(now: number): PushServiceStatus[] {
		return Array.from(this.#byOrigin.values(), (lane) => lane.status(now));
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
