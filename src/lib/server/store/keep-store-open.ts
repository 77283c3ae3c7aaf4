import { storageProblem } from './storage-problem.ts';
import { openStore } from './open-store.ts';
import { isStoreLost } from '#lib/server/database/is-store-lost.ts';
import type { Store, StoreSettings } from './store.ts';

/** How long to wait before the next attempt to open the database. */
const RETRY_MS = 2000;

export interface KeptStore extends Store {
	/** Resolves after the first attempt to open the database, whether or not it succeeded. */
	readonly firstAttempt: Promise<void>;
}

/** The database went away, because of `error`, or came back. */
export type StoreChange =
	{ readonly kind: 'away'; readonly error: unknown } | { readonly kind: 'back' };

/** The error of a call while the database is away. */
class StoreAway extends Error {
	override readonly name = 'StoreAway';
	readonly code: 'storage-full' | 'storage-damaged' | 'storage-away';

	constructor(cause: unknown) {
		super('The database is away', { cause });
		const code = storageProblem(cause);
		this.code = code === 'unexpected' ? 'storage-away' : code;
	}
}

/**
 * A store over a database that may be away. Whatever keeps it from being opened, the process runs on
 * without it and tries again. A call waits for an attempt that is under way; else it rejects at once.
 * A database that is lost later, such as a damaged or replaced file, is reopened.
 */
export function keepStoreOpen(
	settings: StoreSettings,
	onChange: (change: StoreChange) => void
): KeptStore {
	let current: Store | undefined;
	let opening: Promise<void> | undefined;
	let failure: { readonly error: unknown } | undefined;
	let timer: NodeJS.Timeout | undefined;
	let isClosed = false;

	async function tryToOpen(): Promise<void> {
		try {
			const store = await openStore(settings);
			if (isClosed) return await store.close();
			current = store;
			if (failure) onChange({ kind: 'back' });
			failure = undefined;
		} catch (error) {
			setAway(error);
		} finally {
			opening = undefined;
		}
	}

	function start(): Promise<void> {
		opening = tryToOpen();
		return opening;
	}

	function setAway(error: unknown): void {
		failure = { error };
		onChange({ kind: 'away', error });
		if (!isClosed) timer = setTimeout(() => void start(), RETRY_MS);
	}

	function lose(store: Store, error: unknown): void {
		if (current !== store) return;
		current = undefined;
		setAway(error);
		store.close().catch(() => {
			// a file that cannot be read may not close cleanly either
		});
	}

	async function openedStore(): Promise<Store> {
		if (!current) await opening;
		if (!current) throw new StoreAway(failure?.error);
		return current;
	}

	/** The part `name` of whichever store is open. All of its methods return promises. */
	function part<Name extends 'subscriptions' | 'announcements' | 'outbox' | 'statistics'>(
		name: Name
	): Store[Name] {
		const call =
			(method: string | symbol) =>
			async (...args: unknown[]): Promise<unknown> => {
				const store = await openedStore();
				const run = Reflect.get(store[name], method) as (...args: unknown[]) => Promise<unknown>;
				return watched(store, () => run(...args));
			};
		return new Proxy({} as Store[Name], { get: (_, method) => call(method) });
	}

	async function watched<T>(store: Store, work: () => Promise<T>): Promise<T> {
		try {
			return await work();
		} catch (error) {
			if (isStoreLost(error)) lose(store, error);
			throw error;
		}
	}

	const firstAttempt = start();
	return {
		firstAttempt,
		engine: settings.databaseUrl === undefined ? 'sqlite' : 'postgres',
		subscriptions: part('subscriptions'),
		announcements: part('announcements'),
		outbox: part('outbox'),
		statistics: part('statistics'),
		ping: async () => {
			const store = await openedStore();
			await watched(store, store.ping);
		},
		close: async () => {
			isClosed = true;
			clearTimeout(timer);
			await opening;
			await current?.close();
		}
	};
}
