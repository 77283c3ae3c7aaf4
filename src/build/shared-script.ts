import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin, type Rolldown } from 'vite';
import { findSharedModules, type Shared } from './shared-modules.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const GLOBAL = 'globalThis.handrail';
const ENTRY = '\0handrail-shared-entry';
const ALL = '\0handrail-shared';
/** Before the path of a shared module: what stands in its place in a page or in the worker. */
const IN_PLACE = '\0handrail-shared:';

export interface SharedScript {
	/** Its path in the build: `_app/immutable/shared.<hash>.js`. */
	readonly path: string;
	readonly code: string;
	/** For a page or the worker: puts what the script gives in the place of its modules. */
	readonly inPlace: InPlace;
}

/**
 * One script with all that the page and the worker both run, so that a phone fetches it once: without
 * imports or exports, it is a module to a page and a classic script to the worker. ADR 0005.
 */
export async function buildSharedScript(base: string): Promise<SharedScript> {
	const shared = findSharedModules(ROOT);
	const given = await namesOf(shared);
	const made = await build({
		configFile: false,
		root: ROOT,
		logLevel: 'warn',
		publicDir: false,
		define: { __BASE_PATH__: JSON.stringify(base) },
		resolve: { alias: [{ find: /^#lib\//, replacement: `${ROOT}src/lib/` }] },
		plugins: [entryOf(given)],
		build: {
			write: false,
			rolldownOptions: { input: ENTRY, output: { format: 'iife' }, treeshake: TREESHAKE }
		}
	});
	const [chunk] = (made as Rolldown.RolldownOutput).output;
	const code = `"use strict";${chunk.code.trim()}\n`;
	const hash = createHash('sha256').update(code).digest('base64url').slice(0, 8);
	return {
		path: `_app/immutable/shared.${hash}.js`,
		code,
		inPlace: inPlaceOf(shared, given)
	};
}

/** Of what a module makes as it starts, only schemas and tables: nobody misses one that is not used. */
const TREESHAKE = { moduleSideEffects: false } as const;

/** Module → name → its place in the list of all that the script gives. */
type Given = ReadonlyMap<string, ReadonlyMap<string, number>>;

async function namesOf({ modules }: Shared): Promise<Given> {
	const given = new Map<string, Map<string, number>>();
	let count = 0;
	for (const [path, asked] of [...modules].sort(([a], [b]) => (a < b ? -1 : 1))) {
		// not by its way from here: Vite bundles this file into another folder
		const at = path.startsWith('src/') ? pathToFileURL(`${ROOT}${path}`).href : path;
		// types, which a schema shares its name with, are none of a module's
		const own = Object.keys((await import(at)) as object);
		const names = own.filter((name) => asked.has(name)).sort();
		given.set(path, new Map(names.map((name) => [name, count++])));
	}
	return given;
}

const nameOf = (place: number): string => `of${String(place)}`;

function entryOf(given: Given): Plugin {
	const imports = [...given].map(([path, names]) => {
		const parts = [...names].map(([name, place]) => `${name} as ${nameOf(place)}`);
		const from = path.startsWith('src/') ? `${ROOT}${path}` : path;
		return `import { ${parts.join(', ')} } from ${JSON.stringify(from)};`;
	});
	const all = placesOf(given).map(nameOf);
	const code = `${imports.join('\n')}\n${GLOBAL} = [${all.join(', ')}];`;
	return {
		name: 'handrail-shared-entry',
		resolveId: (id) => (id === ENTRY ? id : undefined),
		load: (id) => (id === ENTRY ? { code, moduleSideEffects: true } : undefined)
	};
}

const placesOf = (given: Given): number[] =>
	[...given.values()].flatMap((names) => [...names.values()]);

interface InPlace {
	readonly resolveId: (source: string, importer: string | undefined) => string | undefined;
	readonly load: (id: string) => { code: string; moduleSideEffects: false } | undefined;
}

function inPlaceOf({ resolve }: Shared, given: Given): InPlace {
	const code = `export const [${placesOf(given).map(nameOf).join(', ')}] = ${GLOBAL};`;
	const pathOf = (id: string): string | undefined => {
		const path = id.replaceAll('\\', '/').replace(/\?.*$/, '');
		return path.startsWith(ROOT) ? path.slice(ROOT.length) : undefined;
	};
	return {
		resolveId(source, importer = '') {
			if (source === ALL) return source;
			const from = pathOf(importer);
			if (from === undefined) return;
			// an alias may have made a path of it
			const path = resolve(pathOf(source) ?? source, from);
			return path === undefined ? undefined : `${IN_PLACE}${path}`;
		},
		load(id) {
			if (id === ALL) return { code, moduleSideEffects: false };
			if (!id.startsWith(IN_PLACE)) return;
			const names = given.get(id.slice(IN_PLACE.length)) ?? new Map<string, number>();
			const parts = [...names].map(([name, place]) => `${nameOf(place)} as ${name}`);
			return { code: `export { ${parts.join(', ')} } from '${ALL}';`, moduleSideEffects: false };
		}
	};
}

/** The page's half. The worker's is made when the app is: `build-worker.ts`. */
export function sharedScript(base: string): Plugin {
	let script: SharedScript | undefined;
	return {
		name: 'handrail-shared',
		apply: 'build',
		enforce: 'pre',
		applyToEnvironment: ({ name }) => name === 'client',
		async buildStart() {
			script = await buildSharedScript(base);
			this.emitFile({ type: 'asset', fileName: script.path, source: script.code });
		},
		resolveId: (source, importer) => script?.inPlace.resolveId(source, importer),
		load: (id) => script?.inPlace.load(id),
		renderChunk(code, { isEntry }) {
			if (!isEntry || !script) return;
			return { code: `import "./${basename(script.path)}";\n${code}`, map: null };
		}
	};
}
