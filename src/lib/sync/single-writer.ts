import { toOwnName } from '#lib/edition/base-path.ts';

/** Runs `work` unless another tab or the worker is at it: whoever comes second is turned away. */
export type SingleWriter = <T>(work: () => Promise<T>) => Promise<T | Busy>;

export interface Busy {
	readonly status: 'busy';
}

/** Who writes, since when, and until when nobody else may. In ms since 1970. */
export interface Lease {
	readonly holder: string;
	readonly since: number;
	readonly until: number;
}

export interface LeasePorts {
	readonly readLease: () => Promise<Lease | undefined>;
	/** Writes the lease if `isFree` says so of the one that stands, atomically. */
	readonly takeLease: (
		lease: Lease,
		isFree: (standing: Lease | undefined) => boolean
	) => Promise<boolean>;
	readonly dropLease: (holder: string) => Promise<void>;
	readonly now: () => Date;
	/** A name that nobody else has. */
	readonly holder: string;
}

const LOCK = toOwnName('handrail-sync');
/** A sync ends itself after ten minutes: one that still holds the lock hangs. */
const STEAL_AFTER_MS = 15 * 60 * 1000;
/** Without Web Locks nothing tells that a tab has died: its lease ends soon, and is renewed. */
const LEASE_MS = 2 * 60 * 1000;
const BUSY: Busy = { status: 'busy' };

/** The browser frees the lock when its holder dies. A lease beside it says since when it is held. */
export function webLocksWriter(locks: LockManager, ports: LeasePorts): SingleWriter {
	return async (work) => {
		const request = (options: LockOptions) => hold(locks, options, ports, work);
		const outcome = await request({ ifAvailable: true });
		if (outcome !== BUSY) return outcome;

		const standing = await ports.readLease();
		if (!standing) return BUSY;
		const heldMs = ports.now().getTime() - standing.since;
		// hung; or a lease from the future, because the clock was wrong then, or is now; or damaged
		const isHeld = heldMs >= 0 && heldMs <= STEAL_AFTER_MS;
		return isHeld ? BUSY : request({ steal: true });
	};
}

async function hold<T>(
	locks: LockManager,
	options: LockOptions,
	{ takeLease, dropLease, now, holder }: LeasePorts,
	work: () => Promise<T>
): Promise<T | Busy> {
	let isWorking = false;
	try {
		return await locks.request(LOCK, options, async (lock): Promise<T | Busy> => {
			if (!lock) return BUSY;
			isWorking = true;
			const since = now().getTime();
			try {
				// a full phone refuses even this row, and the reader must hear of it
				await takeLease({ holder, since, until: since + STEAL_AFTER_MS }, () => true);
				return await work();
			} finally {
				isWorking = false;
				await giveBack(dropLease, holder);
			}
		});
	} catch (error) {
		// the lock was stolen while the work hangs: it may still end, and every write checks again
		if (isWorking) return BUSY;
		throw error;
	}
}

/** For browsers without Web Locks. Two that meet all the same do no harm: every write checks. */
export function leaseWriter({ takeLease, dropLease, now, holder }: LeasePorts): SingleWriter {
	return async (work) => {
		const since = now().getTime();
		const lease = (): Lease => ({ holder, since, until: now().getTime() + LEASE_MS });
		const isFree = (standing: Lease | undefined): boolean => {
			if (!standing) return true;
			// one that ends further ahead than a lease lasts was written by a wrong clock
			const leftMs = standing.until - now().getTime();
			return !(leftMs > 0 && leftMs <= LEASE_MS);
		};
		if (!(await takeLease(lease(), isFree))) return BUSY;

		const isMine = (standing: Lease | undefined): boolean => standing?.holder === holder;
		const renewal = setInterval(() => {
			// not renewed, it ends early, and a second writer does no harm
			takeLease(lease(), isMine).catch(() => undefined);
		}, LEASE_MS / 4);
		try {
			return await work();
		} finally {
			clearInterval(renewal);
			await giveBack(dropLease, holder);
		}
	};
}

/** Never rejects: a lease that stays ends by itself, and what was done under it is done. */
const giveBack = (dropLease: LeasePorts['dropLease'], holder: string): Promise<void> =>
	dropLease(holder).catch(() => undefined);
