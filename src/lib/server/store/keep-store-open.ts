import { storageProblem } from './storage-problem.ts';
import { openStore } from './open-store.ts';
import { isStoreLost } from '#lib/server/database/is-store-lost.ts';
import type { Store, StoreSettings } from './store.ts';

/** How soon it is tried again. */
const RETRY_MS = 2000;

export interface KeptStore extends Store {
	/** Ends when the database was opened, or could not be, for the first time. */
	readonly firstTry: Promise<void>;
}

/** What became of the database: `error` says why it is away. */
export type StoreNews =
	{ readonly kind: 'away'; readonly error: unknown } | { readonly kind: 'back' };

/** The database is away, and is tried again. */
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
 * A store that is there when its database is: whatever keeps it from being opened, the process goes
 * on without it, and tries again. A call waits for a try that is under way; else it rejects at once.
 * What is lost later, a file that is damaged or was put in another's place, is opened anew.
 */
export function keepStoreOpen(settings: StoreSettings, tell: (news: StoreNews) => void): KeptStore {
	let current: Store | undefined;
	let trying: Promise<void> | undefined;
	let trouble: { readonly error: unknown } | undefined;
	let timer: NodeJS.Timeout | undefined;
	let isClosed = false;

	async function tryToOpen(): Promise<void> {
		try {
			const store = await openStore(settings);
			if (isClosed) return await store.close();
			current = store;
			if (trouble) tell({ kind: 'back' });
			trouble = undefined;
		} catch (error) {
			isAway(error);
		} finally {
			trying = undefined;
		}
	}

	function start(): Promise<void> {
		trying = tryToOpen();
		return trying;
	}

	function isAway(error: unknown): void {
		trouble = { error };
		tell({ kind: 'away', error });
		if (!isClosed) timer = setTimeout(() => void start(), RETRY_MS);
	}

	function lose(store: Store, error: unknown): void {
		if (current !== store) return;
		current = undefined;
		isAway(error);
		store.close().catch(() => {
			// what cannot be read cannot be closed in good order either
		});
	}

	async function openedStore(): Promise<Store> {
		if (!current) await trying;
		if (!current) throw new StoreAway(trouble?.error);
		return current;
	}

	/** The same part of whichever store is open. All of its methods give promises. */
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

	const firstTry = start();
	return {
		firstTry,
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
			await trying;
			await current?.close();
		}
	};
}
