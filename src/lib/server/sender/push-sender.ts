import type { Result } from '#lib/edition/result.ts';
import type { DeliveryOutcome, LeasedDelivery, Outbox } from '#lib/server/outbox/outbox.ts';
import type { Lane, Queued } from './lanes/lane.ts';
import { LanePump } from './lanes/lane-pump.ts';
import { Lanes, UNPROVEN_EVERY_MS } from './lanes/lanes.ts';
import { Pacer } from './lanes/pacer.ts';
import { recordAttempt } from './record-attempt.ts';
import { createRunBrakes } from './outcomes/run-brakes.ts';
import type { SenderEvent } from './outcomes/sender-event.ts';
import type { SenderLimits } from './lanes/sender-limits.ts';
import { SenderLog } from './sender-log.ts';
import { SenderCounters, type SenderStatus } from './lanes/sender-status.ts';
import { Settler } from './outcomes/settler.ts';
import { tryDelivery, type AttemptPorts, type AttemptResult } from './try-delivery.ts';

/** What a sender needs from outside. */
export interface SenderPorts extends Omit<AttemptPorts, 'observe' | 'deadlineMs'> {
	readonly outbox: Outbox;
	/** Whether the server may send there: checked when it was saved, and again each time. */
	readonly parseEndpoint: (endpoint: string) => Result<URL, string>;
	readonly limits: SenderLimits;
	readonly log: (event: SenderEvent) => void;
}

/** A sender at work, as the process that runs it sees it. */
export interface RunningSender {
	/** Looks into the outbox now: something may be due. */
	readonly wake: () => void;
	readonly status: () => SenderStatus;
	/**
	 * Gives back what was not sent, and waits until what is under way has its answer and is settled:
	 * one deadline at most.
	 */
	readonly stop: () => Promise<void>;
}

/** Deliveries leased in one query: more is not faster, and fewer cost a query each. */
const BATCH = 200;
/**
 * Leased and not settled, over all push services. It bounds memory, and how many wait for their lease
 * to end after a kill. More than all pools together may hold (`lanes.ts`), so that no pool can take
 * the room of another.
 */
const MAX_IN_HAND = 4000;
/** The shortest time after which a delivery that could not be sent now is due again. */
const POSTPONE_MS = 1000;

/**
 * Leases what is due from the outbox, sends it, and settles each answer as it comes. Each push service
 * has a lane of its own; one that rests, or whose queue is full, is left out of the next lease. A
 * sender sleeps only after a lease that brought nothing. Any number of senders may share one outbox.
 */
export class PushSender implements RunningSender {
	readonly #ports: SenderPorts;
	readonly #attemptPorts: AttemptPorts;
	readonly #counters = new SenderCounters();
	readonly #log: SenderLog;
	readonly #lanes: Lanes;
	readonly #pump: LanePump;
	readonly #settler: Settler;
	readonly #brake: ReturnType<typeof createRunBrakes>;
	readonly #pacer = new Pacer();
	/** What is being sent or settled. */
	readonly #works = new Set<Promise<void>>();
	readonly #running: Promise<void>;
	#isStopping = false;
	/** Nothing more is leased until there is room for a batch. */
	#isFull = false;

	private constructor(ports: SenderPorts) {
		const { outbox, limits, now, random } = ports;
		this.#ports = ports;
		const observe = this.#counters.observe.bind(this.#counters);
		this.#attemptPorts = { ...ports, observe, deadlineMs: limits.deadlineMs };
		this.#log = new SenderLog(ports.log, this.#counters, now());
		this.#lanes = new Lanes(limits);
		this.#brake = createRunBrakes(outbox.countSucceeded);
		const onFailure = (): void => {
			this.#storeFailed();
		};
		this.#settler = new Settler({ outbox, leaseMs: limits.leaseMs, onFailure, now, random });
		this.#pump = new LanePump({
			send: (lane, queued) => this.#send(lane, queued),
			release: (delivery) => this.#settler.release([delivery]),
			track: (work) => {
				this.#track(work);
			},
			onRoom: () => {
				this.#pacer.wake();
			},
			now
		});
		this.#running = this.#run();
	}

	/** Starts a sender, which runs until it is stopped. */
	static start(ports: SenderPorts): RunningSender {
		const sender = new PushSender(ports);
		return {
			wake: () => {
				sender.wake();
			},
			status: () => sender.status(),
			stop: () => sender.stop()
		};
	}

	wake(): void {
		this.#pacer.wake();
	}

	status(): SenderStatus {
		const { answers, alerts, keptByBrake, durations } = this.#counters;
		return {
			answers: { ...answers },
			alerts: { ...alerts },
			keptByBrake,
			durations,
			pushServices: this.#lanes.status(this.#ports.now())
		};
	}

	async stop(): Promise<void> {
		this.#isStopping = true;
		this.#settler.stop();
		this.#pump.stop();
		this.#pacer.wake();
		await this.#running;
		await this.#settler.release([...this.#lanes].flatMap((lane) => lane.drain()));
		await Promise.allSettled(this.#works);
		this.#log.summarise(this.#ports.now(), true);
		this.#log.write({ event: 'sender-stopped', released: this.#settler.released });
	}

	async #run(): Promise<void> {
		const { now } = this.#ports;
		this.#log.write({ event: 'sender-started' });
		while (!this.#isStopping) {
			this.#log.summarise(now());
			this.#isFull = this.#room < BATCH;
			const leasedAt = now();
			const leased = this.#isFull ? [] : await this.#lease();
			if (this.#isStopping) await this.#settler.release(leased);
			else this.#dispatch(leased, leasedAt);
			if (leased.length === 0) await this.#pacer.rest(UNPROVEN_EVERY_MS);
		}
	}

	async #lease(): Promise<LeasedDelivery[]> {
		const { outbox, limits, now } = this.#ports;
		try {
			return await outbox.leaseDeliveries(BATCH, limits.leaseMs, this.#lanes.closed(now()));
		} catch {
			this.#storeFailed();
			return [];
		}
	}

	/** Puts each delivery into its lane. What a lane cannot take now is given back or postponed. */
	#dispatch(leased: readonly LeasedDelivery[], leasedAt: number): void {
		const { limits, now } = this.#ports;
		const staleAt = leasedAt + limits.leaseMs - limits.deadlineMs;
		const filled = new Set<Lane>();
		const resting: LeasedDelivery[] = [];
		for (const delivery of leased) {
			const { endpoint, vapidKeyId, hasSucceeded } = delivery.subscription;
			const url = this.#ports.parseEndpoint(endpoint);
			if (!url.ok) {
				this.#counters.countAnswer('not-allowed');
				this.#track(this.#settler.settle(delivery, { kind: 'quarantine' }));
				continue;
			}
			const lane = this.#lanes.of(url.value, now());
			if (lane.restMs(now()) > 0) {
				resting.push(delivery);
				continue;
			}
			const refusedForMs = lane.credentialsOf(vapidKeyId).breaker.waitMs(now());
			if (refusedForMs > 0) {
				this.#track(this.#settler.postpone(delivery, refusedForMs));
				continue;
			}
			if (hasSucceeded) lane.markProven();
			lane.push({ delivery, url: url.value, staleAt });
			filled.add(lane);
		}
		if (resting.length > 0) this.#track(this.#settler.release(resting));
		for (const lane of filled) this.#pump.pump(lane);
	}

	async #send(lane: Lane, queued: Queued): Promise<void> {
		const { delivery, url } = queued;
		const { now } = this.#ports;
		const credentials = lane.credentialsOf(delivery.subscription.vapidKeyId);
		if (!credentials.breaker.mayStart(now())) {
			lane.endRequest();
			lane.breaker.abstain();
			const waitMs = credentials.breaker.waitMs(now());
			await this.#settler.postpone(delivery, Math.max(POSTPONE_MS, waitMs));
			return;
		}
		const othersSucceed = (): boolean => credentials.hasSucceeded(now());
		const result = await tryDelivery(delivery, url, othersSucceed, this.#attemptPorts).finally(
			() => {
				lane.endRequest();
			}
		);
		this.#counters.countAnswer(result.class);
		recordAttempt(result, lane, credentials, this.#log, now());
		if (lane.restMs(now()) > 0) this.#track(this.#settler.release(lane.drain()));
		this.#pump.pump(lane);
		await this.#settler.settle(delivery, await this.#brakeOutcome(lane, queued, result));
	}

	/** The outcome, unless the brake forbids to delete the subscription. */
	async #brakeOutcome(
		lane: Lane,
		{ delivery, url }: Queued,
		{ outcome }: AttemptResult
	): Promise<DeliveryOutcome> {
		const braked = await this.#brake(delivery, url.origin, outcome);
		if (braked.isKept) this.#counters.keptByBrake += 1;
		if (braked.isBraked) this.#log.alert(this.#ports.now(), 'prune-brake', lane.alertName);
		return braked.outcome;
	}

	/** How many more deliveries may be in hand. */
	get #room(): number {
		return MAX_IN_HAND - this.#works.size - this.#lanes.queued;
	}

	#track(work: Promise<void>): void {
		this.#works.add(work);
		const onEnd = (): void => {
			this.#works.delete(work);
			this.#wakeIfRoom();
		};
		work.then(onEnd, () => {
			// a bug, or a database that does not answer: the lease ends, and the others go on
			this.#storeFailed();
			onEnd();
		});
	}

	/** Wakes only when room comes back: waking after every message would keep the loop spinning. */
	#wakeIfRoom(): void {
		const hasRoomAgain = this.#isFull && this.#room >= BATCH;
		if (!hasRoomAgain && !this.#lanes.hasReopened()) return;
		this.#isFull = false;
		this.#pacer.wake();
	}

	/** Nothing is lost: what the store did not take is due again when its lease ends. */
	#storeFailed(): void {
		this.#log.alert(this.#ports.now(), 'store-failed');
	}
}
