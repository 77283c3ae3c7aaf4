import { globSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

const APP = /\/client-optimized\/app\.js$/;
/** Svelte does not say that its custom elements, which nobody uses here, can be left out. */
const PURE =
	/\/svelte\/src\/(internal\/client\/dom\/elements\/custom-element|legacy\/legacy-client)\.js$/;
/** Its ways of older versions, of waiting in components, and of tracing: nobody here turns them on. */
const FLAG = /\b(?:async|legacy|tracing)_mode_flag\b(?!\s*[,}=])/g;
const FLAGS = /\/svelte\/src\/internal\/flags\/(async|legacy|tracing)\.js$/;
/**
 * How it watches the insides of a value, which `$state` asks for and `$state.raw` does not: all state here
 * is replaced whole.
 */
const PROXY = /\/svelte\/src\/internal\/client\/proxy\.js$/;
const NO_PROXY = `export const proxy = (value) => value;
export const get_proxied_value = proxy;
export const is = Object.is;`;
const WATCHED = /\$state[(<]/;
/** What sets any attribute, for an element with some that only a run can tell. */
const ATTRIBUTES = /\/svelte\/src\/internal\/client\/dom\/elements\/attributes\.js$/;
const ANY_ATTRIBUTE = 'attribute_effect';
const SVELTE = /\/svelte\/src\/(internal\/client|legacy)\//;
/** It imports all of Svelte, for what older versions of it lack: so nothing of it could be left out. */
const KIT_CLIENT = /\/kit\/src\/runtime\/client\/client\.js$/;
/** Whether pages are told apart by what stands behind the `#`: a setting of Kit's that is off. */
const HASH_ROUTER = /\bapp\.hash\b/g;
const DYNAMIC = /\bimport\(['"]([^'"]+)['"]\)/g;
const NODE = /\/nodes\/(\d+)$/;
const STYLE = /\.svelte\?svelte&type=style/;
/** In Kit's table of routes: the number of a page in the group `(later)`. */
const LATER_PAGE = /"[^"]*\/\(later\)\/[^"]*": \[(\d+)/g;

/** Modules of ours that import something only when it is needed. */
const OURS = 'src/{lib,routes}/**/!(*.test).{ts,svelte}';
/** What is imported on a server alone never is in a browser. */
const OF_SERVER = /^src[\\/]lib[\\/]server|\bimport\.meta\.env\.SSR\b/;

/** It asks the running code whether this is an older Svelte, for which it has all of its state twice. */
const KIT_STATE = /\/kit\/src\/runtime\/client\/state\.svelte\.js$/;
const IS_OLDER = /const is_legacy =[^;]*;/;
/** Vite's, for scripts that bring others or styles with them: ours bring none. */
const PRELOAD = '\0vite/preload-helper.js';
const NO_PRELOAD = 'export const __vitePreload = (load) => load();';

/** Names the second script, too. */
const LATER = 'handrail-later';

/**
 * Two scripts instead of a tree of chunks: what a reader needs first, and the pages in the routes'
 * group `(later)`, which the worker keeps between "Guides saved" and "Ready for offline". ADR 0012.
 *
 * The first one's dynamic imports become static, because the bundler wraps every module that is
 * reached by `import()` in a function of its own, and then cannot drop what nobody uses.
 *
 * What it saves, measured as in `npm run bench` (a first visit to a guide, 72 articles, 1.6 Mbit/s
 * and 150 ms, processor slowed four times; medians of 10). In brackets 0.4 Mbit/s and 400 ms, of 3:
 *
 * |                          | this plugin     | Kit's single script | Kit's chunks |
 * | ------------------------ | --------------- | ------------------- | ------------ |
 * | first script, brotli     | 78 kB           | 117 kB              | 143 kB in 65 |
 * | scripts until ready      | 123 kB in 8     | 118 kB in 1         | 238 kB in 108|
 * | requests until ready     | 22              | 14                  | 132          |
 * | status line's first word | 2.4 s (5.8 s)   | 2.8 s (6.4 s)       | 5.9 s        |
 * | "Guides saved"           | 3.0 s (7.8 s)   | 3.4 s (8.6 s)       |              |
 * | "Ready for offline"      | 4.4 s (10.1 s)  | 3.5 s (8.7 s)       | 9.5 s        |
 *
 * Cold starts from the cache do not differ. So it stays for the guides, which are saved sooner;
 * "Ready for offline" pays for it with eight requests and a second. Where that
 * counts for more, Kit's single script is the simpler way: measure again before this is extended.
 */
export function oneBundle(): Plugin {
	/** Paths of the later pages' modules, by the name under which the second script exports them. */
	const later = new Map<string, string>();
	return {
		name: 'handrail-one-bundle',
		apply: 'build',
		applyToEnvironment: ({ name }) => name === 'client',
		buildStart() {
			for (const file of globSync(OURS)) {
				const code = readFileSync(file, 'utf8');
				if (OF_SERVER.test(file) || OF_SERVER.test(code)) continue;
				if (WATCHED.test(code)) throw new Error(`${file}: say $state.raw, and replace it whole`);
				for (const [, from = ''] of code.matchAll(DYNAMIC)) {
					const path = pathOf(from, file);
					later.set(nameOf(path), path);
				}
			}
		},
		// else the runtime that both scripts need would be a third one
		options: (options) => ({ ...options, preserveEntrySignatures: 'allow-extension' }),
		// Kit forbids a second script where it is told to make a single one
		outputOptions: (options) => {
			const chunkFileNames = '_app/immutable/[name].[hash].js';
			return { ...options, codeSplitting: true, chunkFileNames };
		},
		resolveId: (source) => (source === LATER ? source : undefined),
		load(id) {
			if (id === PRELOAD) return NO_PRELOAD;
			if (id !== LATER) return;
			return [...later].map(([name, path]) => `export * as ${name} from '${path}';`).join('\n');
		},
		async transform(code, id) {
			const path = id.replaceAll('\\', '/');
			if (PURE.test(path)) {
				return { code: code.replaceAll(FLAG, 'false'), map: null, moduleSideEffects: false };
			}
			if (FLAGS.test(path)) throw new Error(`Something needs ${path}, which is left out`);
			if (PROXY.test(path)) return { code: NO_PROXY, map: null };
			if (SVELTE.test(path)) return { code: code.replaceAll(FLAG, 'false'), map: null };
			if (KIT_CLIENT.test(path))
				return { code: withNames(code).replaceAll(HASH_ROUTER, 'false'), map: null };
			if (KIT_STATE.test(path)) {
				if (!IS_OLDER.test(code)) throw new Error('Kit asks for an older Svelte otherwise');
				return { code: code.replace(IS_OLDER, 'const is_legacy = false;'), map: null };
			}
			if (!APP.test(path)) {
				const changed = code.replaceAll(DYNAMIC, (it, from: string) => {
					const name = nameOf(pathOf(from, path));
					return later.has(name) ? partOf(name) : it;
				});
				return changed === code ? undefined : { code: changed, map: null };
			}

			const isLater = new Set([...code.matchAll(LATER_PAGE)].map(([, number]) => number));
			const imports: string[] = [];
			const pages: string[] = [];
			for (const [, from = ''] of code.matchAll(DYNAMIC)) {
				const isFirst = !isLater.has(NODE.exec(from)?.[1]);
				if (isFirst) imports.push(`import * as ${nameOf(from)} from '${from}';`);
				const page = await this.resolve(from, id);
				if (!page) continue;
				pages.push(page.id);
				if (!isFirst) later.set(nameOf(from), page.id);
			}
			// one style sheet for all pages, and for what they load at a tap: it stands in the document, and
			// no other script brings one
			for (const page of pages) {
				for (const style of await stylesOf(this, page)) imports.push(`import '${style}';`);
			}
			const changed = code.replaceAll(DYNAMIC, (_match, from: string) => {
				const name = nameOf(from);
				if (!later.has(name)) return `Promise.resolve(${name})`;
				return partOf(name);
			});
			return { code: `${imports.join('\n')}\n${changed}`, map: null };
		},
		generateBundle(_options, bundle) {
			for (const chunk of Object.values(bundle)) {
				if (chunk.type !== 'chunk') continue;
				for (const [id, { renderedExports }] of Object.entries(chunk.modules)) {
					if (!ATTRIBUTES.test(id.replaceAll('\\', '/'))) continue;
					if (!renderedExports.includes(ANY_ATTRIBUTE)) continue;
					throw new Error('A component spreads attributes: write them out');
				}
			}
		}
	};
}

/** What Kit's client takes from Svelte. `fork` it takes only where that is turned on. */
const TAKEN = ['onMount', 'settled', 'tick', 'untrack'];
const TAKES = /(?<![\w./])svelte\s*\.(?!fork\b)(\w+)/g;

function withNames(code: string): string {
	const other = [...code.matchAll(TAKES)].find(([, name = '']) => !TAKEN.includes(name));
	if (other) throw new Error(`Kit takes ${other[0]}, which is not in the list of what it takes`);
	const names = TAKEN.map((name) => `${name} as own_${name}`);
	const all = TAKEN.map((name) => `${name}: own_${name}`);
	return code.replace(
		"import * as svelte from 'svelte';",
		`import { ${names.join(', ')} } from 'svelte'; const svelte = { ${all.join(', ')} };`
	);
}

/** The same on every machine. */
const nameOf = (path: string): string => relative('.', path).replaceAll(/\W+/g, '_');

const partOf = (name: string): string => `import('${LATER}').then((all) => all.${name})`;

const pathOf = (source: string, importer: string): string =>
	source.startsWith('#lib/')
		? resolve('src/lib', source.slice(5))
		: resolve(dirname(importer), source);

/** The style modules of a page and of every component below it. */
async function stylesOf(
	context: Rolldown.PluginContext,
	page: string,
	seen = new Set<string>()
): Promise<string[]> {
	if (seen.has(page) || page.includes('/node_modules/')) return [];
	seen.add(page);
	if (STYLE.test(page)) return [page];
	const { importedIds, dynamicallyImportedIds } = await context.load({ id: page });
	const below = [];
	for (const id of [...importedIds, ...dynamicallyImportedIds])
		below.push(...(await stylesOf(context, id, seen)));
	return below;
}
