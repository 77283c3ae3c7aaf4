import { alone, deleteCaches, ownCaches } from '#lib/pwa/worker/own-caches.ts';
import { asServed, isUnaltered } from './code-hashes.ts';

/** Longer than a page takes to start: nothing that helps to read waits for a check. */
const AFTER_START_MS = 5000;

/** How it ended to keep files: `full` where the phone refused one for lack of room. */
export type Kept = 'whole' | 'incomplete' | 'full';

/** The files of one release, each as the build made it. */
export class CodeCache {
	readonly #name: string;
	/** Whether its name has a hash: then equal names mean equal bytes, of whatever release. */
	readonly #isHashed: (path: string) => boolean;
	/** Compared with the build in this worker's life. */
	readonly #known = new Set<string>();
	/** Counts how often all was forgotten: what was on its way then is not kept. */
	#turn = 0;
	#mending: Promise<void> | undefined;

	constructor(name: string, isHashed: (path: string) => boolean) {
		this.#name = name;
		this.#isHashed = isHashed;
	}

	/** Compares all again when they are next asked for. */
	doubt(): void {
		this.#known.clear();
	}

	/** Whether all of these are here and unaltered. An altered one is taken out. */
	async has(paths: readonly string[]): Promise<boolean> {
		const cache = await this.#open(() => false);
		if (!cache) return false;
		const here = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
		const isGood = async (path: string): Promise<boolean> =>
			here.has(path) && (this.#known.has(path) || (await this.#isGood(cache, path)));
		const found = await Promise.all(paths.map(isGood));
		return found.every(Boolean);
	}

	/**
	 * Fetches what is not here, each by itself. Never rejects. Only a release that is being installed has no
	 * cache beside that of another: one that has none later was taken over, unless all caches are gone.
	 */
	async keep(paths: readonly string[], { isInstalling = false } = {}): Promise<Kept> {
		const turn = this.#turn;
		let isFull = false;
		const fail = (error: unknown): false => {
			isFull ||= error instanceof Error && error.name === 'QuotaExceededError';
			return false;
		};
		const store = async (cache: Cache | undefined): Promise<boolean[]> =>
			cache ? Promise.all(paths.map((path) => this.#store(cache, path).catch(fail))) : [false];
		const mayMake = (others: readonly string[]): boolean =>
			turn === this.#turn && (isInstalling || others.length === 0);
		const kept = await this.#open(mayMake)
			.then(store)
			.catch((error: unknown) => [fail(error)]);
		if (kept.every(Boolean)) return 'whole';
		return isFull ? 'full' : 'incomplete';
	}

	/**
	 * Stores a script once more, now that the worker is installed. Of one that was stored before that, Chromium
	 * compiles every function and keeps the result beside it, in three times the room. A page cannot use it:
	 * what is compiled as a classic script is none of a module's.
	 */
	async dropCompiled(path: string): Promise<void> {
		const cache = await this.#open(() => false);
		const response = await cache?.match(path);
		if (!cache || !response) return;
		// of its bytes alone: a copy of the answer could bring along what was compiled
		const { headers } = response;
		await cache.put(path, new Response(await response.arrayBuffer(), { headers }));
	}

	/** A while after the first call, compares and mends. */
	mendOnce(paths: readonly string[]): Promise<void> {
		return (this.#mending ??= this.#mend(paths, this.#turn));
	}

	async #mend(paths: readonly string[], turn: number): Promise<void> {
		await new Promise((resolve) => setTimeout(resolve, AFTER_START_MS));
		// only into a cache that is there, and one after another: nobody waits for it
		const cache = turn === this.#turn ? await this.#open(() => false) : undefined;
		if (!cache) return;
		for (const path of paths) await this.#store(cache, path).catch(() => false);
	}

	/** Deletes the caches of all releases, and keeps nothing that is on its way. */
	forget(): Promise<void> {
		this.#turn += 1;
		this.#known.clear();
		return deleteCaches();
	}

	/** Deletes the caches of all other releases. */
	dropOthers(): Promise<void> {
		return deleteCaches((name) => name !== this.#name);
	}

	/** `mayMake`: whether to make it where it is not there, beside those of other releases. */
	#open(mayMake: (others: readonly string[]) => boolean): Promise<Cache | undefined> {
		return alone(async () => {
			const names = await ownCaches();
			if (!names.includes(this.#name) && !mayMake(names)) return undefined;
			return caches.open(this.#name);
		});
	}

	async #isGood(cache: Cache, path: string): Promise<boolean> {
		const response = await cache.match(path);
		if (response && this.#known.has(path)) return true;
		if (response && (await isUnaltered(path, response))) return Boolean(this.#known.add(path));
		this.#known.delete(path);
		await cache.delete(path);
		return false;
	}

	/** `cache` was opened before: one that a newer release deletes meanwhile must not come back. */
	async #store(cache: Cache, path: string): Promise<boolean> {
		const turn = this.#turn;
		if (await this.#isGood(cache, path)) return true;
		const response = await this.#find(path);
		if (!response || turn !== this.#turn) return false;
		await cache.put(path, response);
		this.#known.add(path);
		return true;
	}

	/**
	 * From the release before, or what the page itself has fetched, where these are the bytes that the
	 * build made; then anew.
	 */
	async #find(path: string): Promise<Response | undefined> {
		for (const look of [() => caches.match(path), () => fetch(path, { cache: 'force-cache' })]) {
			const known = await look();
			if (known?.ok && (await isUnaltered(path, known))) return known;
		}
		const response = await fetch(path, { cache: this.#isHashed(path) ? 'reload' : 'no-cache' });
		if (!response.ok) return undefined;
		return (await isUnaltered(path, response)) ? response : asServed(path, response);
	}
}
