import { toOwnName } from '#lib/edition/address/base-path.ts';

/**
 * Runs `work` unless another tab or the worker is syncing: then it is `busy`, and does not wait.
 */
export type SingleWriter = <T>(work: () => Promise<T>) => Promise<T | Busy>;

export interface Busy {
	readonly status: 'busy';
}

/** Who is syncing, since when, and until when nobody else may. In ms since 1970. */
export interface Lease {
	readonly holder: string;
	readonly since: number;
	readonly until: number;
}

export interface LeasePorts {
	readonly readLease: () => Promise<Lease | undefined>;
	/** Writes `lease` if `isFree` approves of the current one, in one transaction. */
	readonly takeLease: (
		lease: Lease,
		isFree: (standing: Lease | undefined) => boolean
	) => Promise<boolean>;
	readonly dropLease: (holder: string) => Promise<void>;
	readonly now: () => Date;
	/** A name that no other tab has. */
	readonly holder: string;
}

const LOCK = toOwnName('handrail-sync');
/** A sync ends after ten minutes at the latest, so one that holds the lock for longer hangs. */
const STEAL_AFTER_MS = 15 * 60 * 1000;
/** Without Web Locks nothing tells that a tab has died, so its lease is short, and renewed. */
const LEASE_MS = 2 * 60 * 1000;
const BUSY: Busy = { status: 'busy' };

/**
 * Uses a Web Lock, which the browser frees when its tab dies. A lease beside it tells since when
 * the lock is held.
 */
export function webLocksWriter(locks: LockManager, ports: LeasePorts): SingleWriter {
	return async (work) => {
		const request = (options: LockOptions) => hold(locks, options, ports, work);
		const outcome = await request({ ifAvailable: true });
		if (outcome !== BUSY) return outcome;

		const standing = await ports.readLease();
		if (!standing) return BUSY;
		const heldMs = ports.now().getTime() - standing.since;
		// otherwise the sync hangs, or the lease is damaged, or is from the future because of a wrong
		// clock
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
				// a full phone refuses even this row, and the reader must be told
				await takeLease({ holder, since, until: since + STEAL_AFTER_MS }, () => true);
				return await work();
			} finally {
				isWorking = false;
				await giveBack(dropLease, holder);
			}
		});
	} catch (error) {
		// the lock was stolen because this sync hangs. It may still finish: every write checks again
		if (isWorking) return BUSY;
		throw error;
	}
}

/**
 * For browsers without Web Locks. If two tabs sync at once after all, no harm is done: every write
 * checks again.
 */
export function leaseWriter({ takeLease, dropLease, now, holder }: LeasePorts): SingleWriter {
	return async (work) => {
		const since = now().getTime();
		const lease = (): Lease => ({ holder, since, until: now().getTime() + LEASE_MS });
		const isFree = (standing: Lease | undefined): boolean => {
			if (!standing) return true;
			// a lease that ends too far in the future was written by a wrong clock
			const leftMs = standing.until - now().getTime();
			return !(leftMs > 0 && leftMs <= LEASE_MS);
		};
		if (!(await takeLease(lease(), isFree))) return BUSY;

		const isMine = (standing: Lease | undefined): boolean => standing?.holder === holder;
		const renewal = setInterval(() => {
			// a lease that is not renewed ends early, and a second writer does no harm
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

/** Gives the lease back. Never rejects: a lease that stays behind expires, and the work is done. */
const giveBack = (dropLease: LeasePorts['dropLease'], holder: string): Promise<void> =>
	dropLease(holder).catch(() => undefined);
