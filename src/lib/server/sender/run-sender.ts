import type { Result } from '#lib/edition/result.ts';
import type { LeasedDelivery, DeliveryOutcome, Outbox } from '#lib/server/outbox/outbox.ts';
import { recordAttempt } from './record-attempt.ts';
import type { Lane, Queued } from './lane.ts';
import { Lanes, UNPROVEN_EVERY_MS } from './lanes.ts';
import { Pacer } from './pacer.ts';
import { createRunBrakes } from './run-brakes.ts';
import type { SenderEvent } from './sender-event.ts';
import type { SenderLimits } from './sender-limits.ts';
import { SenderLog } from './sender-log.ts';
import { SenderCounters, type SenderStatus } from './sender-status.ts';
import { settleWithRetry } from './settle-with-retry.ts';
import { tryDelivery, type AttemptResult, type AttemptPorts } from './try-delivery.ts';

/** What a sender needs from outside. */
export interface SenderPorts extends Omit<AttemptPorts, 'observe' | 'deadlineMs'> {
	readonly outbox: Outbox;
	/** Whether the server may send there: checked when it was saved, and again each time. */
	readonly parseEndpoint: (endpoint: string) => Result<URL, string>;
	readonly limits: SenderLimits;
	readonly log: (event: SenderEvent) => void;
}

export interface RunningSender {
	/** Looks at the outbox now: something may be due. */
	readonly wake: () => void;
	readonly status: () => SenderStatus;
	/** Gives back what is not on its way, waits for what is (one deadline at most), and settles it. */
	readonly stop: () => Promise<void>;
}

/** At a time: more is not faster, and fewer cost a query each. */
const CLAIM = 200;
/**
 * Claimed and not settled, over all push services: memory, and what others wait for after a kill. More
 * than all pools together may hold (`lanes.ts`), so that none of them fills it before the others.
 */
const MAX_IN_HAND = 4000;
/** How soon what could not be tried now is tried again. */
const POSTPONE_MS = 1000;
/** So many encryptions at a time, then whoever else is in this process: 3 ms. */
const STARTS = 8;

/**
 * Takes what is due from the outbox, sends it, and settles each answer as it comes. Each push service
 * has a lane of its own; one that rests, or whose queue is full, is left out of the next claim. It rests
 * only when a claim gave nothing. Any number of senders may run on one outbox.
 */
export function runSender(ports: SenderPorts): RunningSender {
	const { outbox, limits, now, random } = ports;
	const counters = new SenderCounters();
	const log = new SenderLog(ports.log, counters, now());
	const lanes = new Lanes(limits);
	const brake = createRunBrakes(outbox.countSucceeded);
	const pacer = new Pacer();
	const timers = new Map<Lane, NodeJS.Timeout>();
	/** What is being sent or settled. */
	const works = new Set<Promise<void>>();
	const observe = counters.observe.bind(counters);
	const tryPorts: AttemptPorts = { ...ports, observe, deadlineMs: limits.deadlineMs };
	let isStopping = false;
	/** Nothing more is leased until there is room. */
	let isFull = false;
	let released = 0;

	const roomInHand = (): number => MAX_IN_HAND - works.size - lanes.queued;

	function start(work: Promise<void>): void {
		works.add(work);
		const end = (): void => {
			works.delete(work);
			// once, when there is room again: to wake at each end would be to look all the time
			const hasRoom = isFull && roomInHand() >= CLAIM;
			if (!hasRoom && !lanes.hasReopened()) return;
			isFull = false;
			pacer.wake();
		};
		work.then(end, () => {
			// a bug, or a database that does not answer: its lease ends, and the others go on
			storeFailed();
			end();
		});
	}

	/** The store failed: nothing is lost, because leases end. */
	function storeFailed(): void {
		log.alert(now(), 'store-failed');
	}

	async function release(queued: readonly LeasedDelivery[]): Promise<void> {
		if (queued.length === 0) return;
		released += queued.length;
		await outbox.releaseDeliveries(queued).catch(storeFailed);
	}

	function settle(delivery: LeasedDelivery, outcome: DeliveryOutcome): Promise<void> {
		const leaseEndsAt = now() + limits.leaseMs;
		const isWorthIt = (): boolean => !isStopping && now() < leaseEndsAt;
		return settleWithRetry(delivery, outcome, { outbox, onFailure: storeFailed, isWorthIt });
	}

	/** Later, at no fault of its own. */
	const postpone = (delivery: LeasedDelivery, ms: number): Promise<void> => {
		const dueAt = new Date(now() + Math.round(ms * (1 + random() / 10))).toISOString();
		return settle(delivery, { kind: 'retry', dueAt, countsAsFailure: false });
	};

	/** The outcome, unless the brake forbids to delete. */
	async function brakeOutcome(
		lane: Lane,
		{ delivery, url }: Queued,
		{ outcome }: AttemptResult
	): Promise<DeliveryOutcome> {
		const braked = await brake(delivery, url.origin, outcome);
		if (braked.isKept) counters.keptByBrake += 1;
		if (braked.isBraked) log.alert(now(), 'prune-brake', lane.alertName);
		return braked.outcome;
	}

	async function send(lane: Lane, queued: Queued): Promise<void> {
		const { delivery, url } = queued;
		const credentials = lane.credentialsOf(delivery.subscription.vapidKeyId);
		if (!credentials.breaker.mayStart(now())) {
			lane.answer();
			lane.breaker.abstain();
			await postpone(delivery, Math.max(POSTPONE_MS, credentials.breaker.waitMs(now())));
			return;
		}
		const othersSucceed = (): boolean => credentials.hasSucceeded(now());
		const tried = await tryDelivery(delivery, url, othersSucceed, tryPorts).finally(() => {
			lane.answer();
		});
		counters.countAnswer(tried.class);
		recordAttempt(tried, lane, credentials, log, now());
		if (lane.restMs(now()) > 0) start(release(lane.drain()));
		pump(lane);
		await settle(delivery, await brakeOutcome(lane, queued, tried));
	}

	/** Starts what may start in a lane. */
	function pump(lane: Lane): void {
		const hadRoom = lane.hasRoom(now());
		for (let started = 0; !isStopping; started += 1) {
			if (started === STARTS) {
				setImmediate(pump, lane);
				break;
			}
			const next = lane.next(now());
			if (next === undefined) break;
			if (typeof next === 'number') {
				pumpIn(lane, next);
				break;
			}
			if (next.staleAt > now()) {
				lane.begin();
				start(
					send(lane, next).finally(() => {
						lane.settle();
						pump(lane);
					})
				);
			} else {
				lane.breaker.abstain();
				start(release([next.delivery]));
			}
		}
		if (!hadRoom && lane.hasRoom(now())) pacer.wake();
	}

	function pumpIn(lane: Lane, ms: number): void {
		if (timers.has(lane)) return;
		const timer = setTimeout(() => {
			timers.delete(lane);
			pump(lane);
		}, ms);
		timers.set(lane, timer);
	}

	/** Gives each to its lane. What its lane cannot take now goes back. */
	function dispatch(leased: readonly LeasedDelivery[], leasedAt: number): void {
		const staleAt = leasedAt + limits.leaseMs - limits.deadlineMs;
		const touched = new Set<Lane>();
		const back: LeasedDelivery[] = [];
		for (const delivery of leased) {
			const url = ports.parseEndpoint(delivery.subscription.endpoint);
			if (!url.ok) {
				counters.countAnswer('not-allowed');
				start(settle(delivery, { kind: 'quarantine' }));
				continue;
			}
			const lane = lanes.of(url.value, now());
			const restMs = lane.credentialsOf(delivery.subscription.vapidKeyId).breaker.waitMs(now());
			if (lane.restMs(now()) > 0) back.push(delivery);
			else if (restMs > 0) start(postpone(delivery, restMs));
			else {
				if (delivery.subscription.hasSucceeded) lane.prove();
				lane.push({ delivery, url: url.value, staleAt });
				touched.add(lane);
			}
		}
		if (back.length > 0) start(release(back));
		for (const lane of touched) pump(lane);
	}

	async function run(): Promise<void> {
		log.say({ event: 'sender-started' });
		while (!isStopping) {
			log.summarise(now());
			isFull = roomInHand() < CLAIM;
			const leasedAt = now();
			const leased = isFull ? undefined : await claim();
			if (leased !== undefined) {
				if (isStopping) await release(leased);
				else dispatch(leased, leasedAt);
			}
			if (leased === undefined || leased.length === 0) await pacer.rest(UNPROVEN_EVERY_MS);
		}
	}

	async function claim(): Promise<LeasedDelivery[] | undefined> {
		try {
			return await outbox.leaseDeliveries(CLAIM, limits.leaseMs, lanes.closed(now()));
		} catch {
			storeFailed();
			return undefined;
		}
	}

	const running = run();
	return {
		wake: () => {
			pacer.wake();
		},
		status: () => ({
			answers: { ...counters.answers },
			alerts: { ...counters.alerts },
			keptByBrake: counters.keptByBrake,
			durations: counters.durations,
			pushServices: lanes.status(now())
		}),
		stop: async () => {
			isStopping = true;
			pacer.wake();
			for (const timer of timers.values()) clearTimeout(timer);
			await running;
			await release([...lanes].flatMap((lane) => lane.drain()));
			await Promise.allSettled(works);
			log.summarise(now(), true);
			log.say({ event: 'sender-stopped', released });
		}
	};
}
