import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CodeCache } from './code-cache.ts';

const FILES = ['/a.svg', '/b.svg'];
const OLD = 'app-old';
const NEW = 'app-new';

/** The caches of a browser, as far as this app's code needs them. `between`: runs after each look for one. */
function inMemory(between: () => Promise<unknown>) {
	const all = new Map<string, Map<string, Response>>();
	const asCache = (files: Map<string, Response>) => ({
		keys: () => Promise.resolve([...files.keys()].map((path) => ({ url: `https://a${path}` }))),
		match: (path: string) => Promise.resolve(files.get(path)?.clone()),
		put: (path: string, response: Response) => Promise.resolve(files.set(path, response)),
		delete: (path: string) => Promise.resolve(files.delete(path))
	});
	return {
		keys: async () => {
			const names = [...all.keys()];
			await between();
			return names;
		},
		open(name: string) {
			const files = all.get(name) ?? new Map<string, Response>();
			all.set(name, files);
			return Promise.resolve(asCache(files));
		},
		delete: (name: string) => Promise.resolve(all.delete(name)),
		match: () => Promise.resolve(undefined),
		names: () => [...all.keys()]
	};
}

let between = (): Promise<unknown> => Promise.resolve();
let kept: ReturnType<typeof inMemory>;

beforeEach(() => {
	between = () => Promise.resolve();
	kept = inMemory(() => between());
	vi.stubGlobal('caches', kept);
	const served = () => new Response('<svg/>', { headers: { 'content-type': 'image/svg+xml' } });
	vi.stubGlobal('fetch', () => Promise.resolve(served()));
});
afterEach(() => {
	vi.unstubAllGlobals();
});

const aRelease = (name: string): CodeCache => new CodeCache(name, () => false);

/** A release whose files are kept. */
async function anInstalled(name: string): Promise<CodeCache> {
	const release = aRelease(name);
	expect(await release.keep(FILES, { isInstalling: true })).toBe('whole');
	return release;
}

test('a release that was taken over keeps nothing any more, whoever asks it to', async () => {
	const old = await anInstalled(OLD);
	const next = await anInstalled(NEW);
	expect(kept.names()).toEqual([OLD, NEW]);
	await next.dropOthers();
	expect(await old.keep(FILES)).toBe('incomplete');
	expect(await old.has(FILES)).toBe(false);
	expect(kept.names()).toEqual([NEW]);
	expect(await next.has(FILES)).toBe(true);
});

test.each([
	['looks for its files', (old: CodeCache) => old.has(FILES)],
	['fetches what is missing', (old: CodeCache) => old.keep(FILES)]
])('a release that is taken over while it %s does not come back', async (_, act) => {
	const old = await anInstalled(OLD);
	const next = await anInstalled(NEW);
	let dropping: Promise<void> | undefined;
	let isDropping = false;
	between = async () => {
		if (isDropping) return;
		isDropping = true;
		dropping = next.dropOthers();
		// long enough to be done before the cache is opened, if nothing holds it up
		await new Promise((resolve) => setTimeout(resolve, 5));
	};
	await act(old);
	await dropping;
	expect(kept.names()).toEqual([NEW]);
});

test('a release whose cache the browser has evicted, with all others, keeps its files anew', async () => {
	const release = await anInstalled(OLD);
	await kept.delete(OLD);
	release.doubt();
	expect(await release.keep(FILES)).toBe('whole');
	expect(await release.has(FILES)).toBe(true);
});

test('what is about to be kept when all is forgotten is not kept', async () => {
	const release = aRelease(OLD);
	const keeping = release.keep(FILES);
	await release.forget();
	expect(await keeping).toBe('incomplete');
	expect(kept.names()).toEqual([]);
	expect(await release.keep(FILES)).toBe('whole');
});

test('a script that is stored once more is the same to whoever reads it', async () => {
	const release = await anInstalled(NEW);
	await release.dropCompiled('/a.svg');
	await release.dropCompiled('/not-kept.svg');
	release.doubt();
	expect(await release.has(FILES)).toBe(true);
	const cache = await kept.open(NEW);
	const file = await cache.match('/a.svg');
	expect(file?.headers.get('content-type')).toBe('image/svg+xml');
	expect(await file?.text()).toBe('<svg/>');
	expect(await cache.keys()).toHaveLength(FILES.length);
});

test('of a release that was taken over, nothing is stored once more', async () => {
	const old = await anInstalled(OLD);
	await (await anInstalled(NEW)).dropOthers();
	await old.dropCompiled('/a.svg');
	expect(kept.names()).toEqual([NEW]);
});
