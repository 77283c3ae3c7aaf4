import type { Plugin, Rolldown } from 'vite';

const APP = /\/client-optimized\/app\.js$/;
/** Svelte does not say that its custom elements, which nobody uses here, can be left out. */
const PURE =
	/\/svelte\/src\/(internal\/client\/dom\/elements\/custom-element|legacy\/legacy-client)\.js$/;
const DYNAMIC = /\bimport\(['"]([^'"]+)['"]\)/g;
const NODE = /\/nodes\/(\d+)$/;
const STYLE = /\.svelte\?svelte&type=style/;
/** In Kit's table of routes: the number of a page in the group `(later)`. */
const LATER_PAGE = /"[^"]*\/\(later\)\/[^"]*": \[(\d+)/g;

/** Names the second script, too. */
const LATER = 'handrail-later';

/**
 * Two scripts instead of a tree of chunks: what a reader needs first, and the pages in the routes'
 * group `(later)`, which the worker keeps once the phone is ready for offline. See ADR 0012.
 *
 * The first one's dynamic imports become static, because the bundler wraps every module that is
 * reached by `import()` in a function of its own, and then cannot drop what nobody uses.
 */
export function oneBundle(): Plugin {
	/** Paths of the later pages' modules, by the name under which the second script exports them. */
	const later = new Map<string, string>();
	return {
		name: 'handrail-one-bundle',
		apply: 'build',
		applyToEnvironment: ({ name }) => name === 'client',
		// else the runtime that both scripts need would be a third one
		options: (options) => ({ ...options, preserveEntrySignatures: 'allow-extension' }),
		// Kit forbids a second script where it is told to make a single one
		outputOptions: (options) => {
			const chunkFileNames = '_app/immutable/[name].[hash].js';
			return { ...options, codeSplitting: true, chunkFileNames };
		},
		resolveId: (source) => (source === LATER ? source : undefined),
		load(id) {
			if (id !== LATER) return;
			return [...later].map(([name, path]) => `export * as ${name} from '${path}';`).join('\n');
		},
		async transform(code, id) {
			const path = id.replaceAll('\\', '/');
			if (PURE.test(path)) return { code, map: null, moduleSideEffects: false };
			if (!APP.test(path)) return;

			const isLater = new Set([...code.matchAll(LATER_PAGE)].map(([, number]) => number));
			const imports: string[] = [];
			for (const [, from = ''] of code.matchAll(DYNAMIC)) {
				const number = NODE.exec(from)?.[1];
				if (!isLater.has(number)) imports.push(`import * as ${nameOf(from)} from '${from}';`);
				const page = isLater.has(number) ? await this.resolve(from, id) : undefined;
				if (page) later.set(nameOf(from), page.id);
			}
			// one style sheet for all pages: it stands in the document, and the second script brings none
			for (const page of later.values()) {
				for (const style of await stylesOf(this, page)) imports.push(`import '${style}';`);
			}
			const changed = code.replaceAll(DYNAMIC, (_match, from: string) => {
				const name = nameOf(from);
				if (!later.has(name)) return `Promise.resolve(${name})`;
				return `import('${LATER}').then((pages) => pages.${name})`;
			});
			return { code: `${imports.join('\n')}\n${changed}`, map: null };
		}
	};
}

const nameOf = (path: string): string => path.replaceAll(/\W+/g, '_');

/** The style modules of a page and of every component below it. */
async function stylesOf(
	context: Rolldown.PluginContext,
	page: string,
	seen = new Set<string>()
): Promise<string[]> {
	if (seen.has(page) || page.includes('/node_modules/')) return [];
	seen.add(page);
	if (STYLE.test(page)) return [page];
	const { importedIds } = await context.load({ id: page });
	const below = [];
	for (const id of importedIds) below.push(...(await stylesOf(context, id, seen)));
	return below;
}
