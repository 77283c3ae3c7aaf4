import { suffixOf } from '#lib/server/push-services/endpoint-policy.ts';
import { hostOf, type DueService } from './due-services.ts';

/** Deliveries of one push service under a suffix in one turn: those are many, each with few. */
const TURN = 20;
/** The same, of one that never accepted a message: nobody knows yet whether it exists. */
const UNPROVEN_TURN = 2;
/** Deliveries of all such unproven ones in one batch, a tenth of it: the most that invented names get. */
export const UNPROVEN_IN_BATCH = 20;
/** Push services that get a turn in one batch, for each pool. */
const ASKED = 64;

/** Leases at most `limit` deliveries of a push service. Fewer means that it has no more. */
type Take<Taken> = (service: DueService, limit: number) => Promise<Taken[]>;

/** Push services that share one allowance (`poolOf`) and have something due. */
export interface Pool {
	readonly pool: string;
	readonly services: readonly DueService[];
	/** Whether none of them ever accepted a message. */
	readonly isUnproven?: boolean;
}

/** The push services of a pool in the order of their turns, and what is left of its share. */
interface Queue {
	readonly pool: string;
	readonly services: DueService[];
	readonly perTurn: number;
	room: number;
	asked: number;
}

/**
 * Shares a batch among pools, and within a pool among its push services: whoever had a turn goes to
 * the end of the queue. Only push services that have something due are given to it.
 */
export class Turns {
	/** The id of the push service that had the last turn, by pool. */
	readonly #last = new Map<string, number>();

	/** The id of the push service of a pool that had the last turn; 0 at first. */
	lastOf(pool: string): number {
		return this.#last.get(pool) ?? 0;
	}

	/** Notes that push services up to this id have had their turn. */
	pass(pool: string, id = 0): void {
		this.#last.set(pool, id);
	}

	async take<Taken>(pools: readonly Pool[], limit: number, take: Take<Taken>): Promise<Taken[]> {
		const taken: Taken[] = [];
		let open = pools.map((pool) => this.#line(pool, limit));
		while (open.length > 0 && taken.length < limit) {
			const share = Math.ceil((limit - taken.length) / open.length);
			for (const queue of open) {
				const room = Math.min(share, limit - taken.length);
				taken.push(...(await this.#serve(queue, room, take)));
			}
			open = open.filter(isOpen);
		}
		return taken;
	}

	#line({ pool, services, isUnproven = false }: Pool, limit: number): Queue {
		const last = this.lastOf(pool);
		const inTurn = [
			...services.filter(({ id }) => id > last),
			...services.filter(({ id }) => id <= last)
		];
		const [first] = services;
		const common = { pool, services: inTurn, asked: 0 };
		if (isUnproven) {
			return { ...common, perTurn: UNPROVEN_TURN, room: Math.min(limit, UNPROVEN_IN_BATCH) };
		}
		const isShared = first && suffixOf(hostOf(first.origin)) !== undefined;
		return { ...common, perTurn: isShared ? TURN : limit, room: limit };
	}

	async #serve<Taken>(queue: Queue, most: number, take: Take<Taken>): Promise<Taken[]> {
		const taken: Taken[] = [];
		while (taken.length < most && isOpen(queue)) {
			const service = queue.services.shift();
			if (!service) break;
			const wanted = Math.min(most - taken.length, queue.perTurn, queue.room);
			const got = await take(service, wanted);
			this.pass(queue.pool, service.id);
			queue.asked += 1;
			queue.room -= got.length;
			taken.push(...got);
			if (got.length === wanted) queue.services.push(service);
		}
		return taken;
	}
}

const isOpen = ({ services, room, asked }: Queue): boolean =>
	services.length > 0 && room > 0 && asked < ASKED;
