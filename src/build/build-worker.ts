import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { componentsAsText, IN_WORKER, PHONE_ALIASES } from './bundle-phone-pages.ts';
import { buildSharedScript } from './shared-script.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const KIT = '\0handrail-kit-worker';
/** Compiled for a dev server; here its source is bundled with everything else. */
const PAGES = './generated/phone-pages.js';

interface WorkerOptions {
	/** What the build has made for browsers; the worker goes there, too. */
	readonly client: string;
	readonly base: string;
	readonly version: string;
	/** Files without a hash in their name. */
	readonly files: readonly string[];
}

/**
 * Wakes the phone's storage while the worker's scripts are still being read: a page waits for both, and a
 * browser takes longer for this. What comes of it does not matter.
 */
const WAKE_STORAGE = 'globalThis.indexedDB?.databases?.().catch(()=>{});';

/**
 * Builds the worker, after the pages' scripts: Kit's own build of it knows neither components nor what
 * it shares with the page. It gets the part of `$service-worker` that ours reads.
 */
export async function buildWorker({ client, base, version, files }: WorkerOptions): Promise<void> {
	const define = { ...IN_WORKER, __BASE_PATH__: JSON.stringify(base) };
	const shared = await buildSharedScript(base);
	const made = globSync('_app/immutable/**/*.*', { cwd: client })
		.map((it) => it.replaceAll('\\', '/'))
		.filter((it) => !it.endsWith('.map'));
	if (!made.includes(shared.path)) throw new Error('Page and worker do not share one script');
	const list = (paths: readonly string[]): string =>
		JSON.stringify(paths.map((path) => `${base}/${path}`));
	const kit = `export const build = ${list(made.sort())}, files = ${list(files)}, version = ${JSON.stringify(version)};`;
	await build({
		configFile: false,
		root: ROOT,
		logLevel: 'warn',
		define,
		plugins: [
			{ name: 'handrail-shared', enforce: 'pre', ...shared.inPlace },
			componentsAsText(),
			{
				name: 'handrail-worker',
				enforce: 'pre',
				resolveId: (id) =>
					id === '$service-worker'
						? KIT
						: id === PAGES
							? `${ROOT}src/phone-pages/pages.ts`
							: undefined,
				load: (id) => (id === KIT ? kit : undefined)
			}
		],
		resolve: { alias: [...PHONE_ALIASES] },
		ssr: { noExternal: true, target: 'webworker' },
		build: {
			ssr: 'src/service-worker/index.ts',
			outDir: client,
			emptyOutDir: false,
			copyPublicDir: false,
			minify: true,
			rolldownOptions: {
				// what it takes from the shared script and does not use
				treeshake: { propertyReadSideEffects: false },
				output: {
					entryFileNames: 'service-worker.js',
					codeSplitting: false,
					banner: `${WAKE_STORAGE}importScripts(${JSON.stringify(`${base}/${shared.path}`)});`
				}
			}
		}
	});
}
