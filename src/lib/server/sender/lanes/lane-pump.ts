import type { LeasedDelivery } from '#lib/server/outbox/outbox.ts';
import type { Lane, Queued } from './lane.ts';

interface PumpPorts {
	/** Sends one message and settles it. */
	readonly send: (lane: Lane, queued: Queued) => Promise<void>;
	/** Takes back a delivery whose lease is too short to send it. */
	readonly release: (delivery: LeasedDelivery) => Promise<void>;
	/** Keeps track of a promise until it has ended. */
	readonly track: (work: Promise<void>) => void;
	/** A lane that had no room for more deliveries has room again. */
	readonly onRoom: () => void;
	/** ms since 1970. */
	readonly now: () => number;
}

/** Messages started in one go: encrypting so many takes 3 ms, during which nothing else here runs. */
const STARTS_IN_A_ROW = 8;

/** Starts the messages of lanes as soon as their limits, pauses and breakers allow. */
export class LanePump {
	readonly #ports: PumpPorts;
	readonly #timers = new Map<Lane, NodeJS.Timeout>();
	#isStopped = false;

	constructor(ports: PumpPorts) {
		this.#ports = ports;
	}

	/** Starts what may start now, and comes back by itself for the rest. */
	pump(lane: Lane): void {
		const { now, onRoom } = this.#ports;
		const hadRoom = lane.hasRoom(now());
		for (let started = 0; !this.#isStopped; started += 1) {
			if (started === STARTS_IN_A_ROW) {
				setImmediate(() => {
					this.pump(lane);
				});
				break;
			}
			const next = lane.next(now());
			if (next === undefined) break;
			if (typeof next === 'number') {
				this.#pumpIn(lane, next);
				break;
			}
			this.#start(lane, next);
		}
		if (!hadRoom && lane.hasRoom(now())) onRoom();
	}

	/** Starts nothing more. What was started goes on. */
	stop(): void {
		this.#isStopped = true;
		for (const timer of this.#timers.values()) clearTimeout(timer);
	}

	#start(lane: Lane, queued: Queued): void {
		const { now, send, release, track } = this.#ports;
		if (queued.staleAt <= now()) {
			lane.breaker.abstain();
			track(release(queued.delivery));
			return;
		}
		lane.beginRequest();
		track(
			send(lane, queued).finally(() => {
				lane.finishDelivery();
				this.pump(lane);
			})
		);
	}

	#pumpIn(lane: Lane, delayMs: number): void {
		if (this.#timers.has(lane)) return;
		const timer = setTimeout(() => {
			this.#timers.delete(lane);
			this.pump(lane);
		}, delayMs);
		this.#timers.set(lane, timer);
	}
}
