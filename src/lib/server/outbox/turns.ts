import { suffixOf } from '#lib/server/push-services/endpoint-policy.ts';
import { hostOf, type DueService } from './due-services.ts';

/** Of one push service under a suffix at a turn: they are many, and each of them has little. */
const TURN = 20;
/** Of one that never accepted a message: it is tried before it is trusted. */
const UNPROVEN_TURN = 2;
/** Of all of these in a claim, a tenth: so much of our time can whoever invents names take. */
export const UNPROVEN_IN_BATCH = 20;
/** Push services that are asked in a claim, for each pool. */
const ASKED = 64;

/** Gives at most `limit` of a push service; fewer means that it has no more. */
type Take<Taken> = (service: DueService, limit: number) => Promise<Taken[]>;

/** Push services that share one allowance (`poolOf`), and have something due. */
export interface Pool {
	readonly pool: string;
	readonly services: readonly DueService[];
	/** None of them ever accepted a message. */
	readonly isUnproven?: boolean;
}

/** One pool's push services in the order of their turns, and what it may still take in this claim. */
interface Queue {
	readonly pool: string;
	readonly services: DueService[];
	readonly perTurn: number;
	room: number;
	asked: number;
}

/**
 * Shares a claim among pools, and in each pool among push services: who was served comes after those
 * who were not. Nobody but who has something due is given to it, so nobody else takes a turn.
 */
export class Turns {
	/** By pool: the push service that was served last. */
	readonly #last = new Map<string, number>();

	/** The push service of a pool that was served last, by its id; 0 at first. */
	lastOf(pool: string): number {
		return this.#last.get(pool) ?? 0;
	}

	/** Those up to this one have had their turn. */
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
