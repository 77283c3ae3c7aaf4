import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** Libraries that page and worker both run. */
const LIBRARIES = ['valibot', 'idb'] as const;

/** What makes a module another one in the page than in the worker. */
const DIFFERS = /\bimport\.meta\b|\btypeof document\b|\bimport\(/;
const IMPORT = /^[ \t]*(?:import|export)\s+(?!type\s)([^'";]*?)\s+from\s+'([^']+)'/gm;
const NAMESPACE = /^\*\s+as\s+(\w+)$/;

/** Where the page and the worker begin. Server files are neither's. */
const PAGE = [
	'src/hooks.client.ts',
	'src/params/*.ts',
	'src/routes/**/+{page,layout,error}.{svelte,ts}'
];
const WORKER = ['src/service-worker/index.ts', 'src/phone-pages/pages.ts'];

export type SharedModules = ReadonlyMap<string, ReadonlySet<string>>;

/** A module's names that are imported, by whom each is asked for. */
export interface Shared {
	/** Every module that both run → what any other module asks of it. */
	readonly modules: SharedModules;
	/** The path or the library that an import means, if it is one of them. */
	readonly resolve: (source: string, importer: string) => string | undefined;
}

interface Import {
	readonly from: string;
	readonly names: readonly string[];
}

/**
 * The modules without a component that both a page and the worker run, the same in both: read from the
 * imports, so that nobody keeps a list. `root` is the project's folder.
 */
export function findSharedModules(root: string): Shared {
	const files = new Map<string, readonly Import[]>();
	const page = reached(root, PAGE, files);
	const worker = reached(root, WORKER, files);

	const isShared = new Map<string, boolean>(LIBRARIES.map((name) => [name, true]));
	const share = (path: string): boolean => {
		const known = isShared.get(path);
		if (known !== undefined) return known;
		const isPlain = /^src\/.*(?<!\.svelte)\.ts$/.test(path) && page.has(path) && worker.has(path);
		isShared.set(path, isPlain);
		const own =
			isPlain &&
			!DIFFERS.test(readFileSync(join(root, path), 'utf8')) &&
			(files.get(path) ?? []).every(({ from }) => share(from));
		isShared.set(path, own);
		return own;
	};

	const modules = new Map<string, Set<string>>();
	for (const [path, imports] of files) {
		if (share(path)) continue;
		for (const { from, names } of imports) {
			if (!share(from)) continue;
			const all = modules.get(from) ?? new Set();
			for (const name of names) all.add(name);
			modules.set(from, all);
		}
	}
	const resolve = (source: string, importer: string): string | undefined => {
		const path = resolvePath(source, importer);
		return isShared.get(path) ? path : undefined;
	};
	return { modules, resolve };
}

/** All files that some files import, and theirs. What each of them imports goes into `files`. */
function reached(
	root: string,
	entries: readonly string[],
	files: Map<string, readonly Import[]>
): Set<string> {
	const all = new Set<string>();
	const open = globSync([...entries], { cwd: root }).map((path) => path.replaceAll('\\', '/'));
	for (let path = open.pop(); path !== undefined; path = open.pop()) {
		if (all.has(path) || !existsSync(join(root, path))) continue;
		all.add(path);
		const imports = files.get(path) ?? importsOf(readFileSync(join(root, path), 'utf8'), path);
		files.set(path, imports);
		open.push(...imports.map(({ from }) => from));
	}
	return all;
}

function importsOf(text: string, path: string): Import[] {
	const dynamic = [...text.matchAll(/\bimport\('([^']+)'\)/g)].map(([, source = '']) => ({
		from: resolvePath(source, path),
		names: []
	}));
	const found = [...text.matchAll(IMPORT)].map(([, what = '', source = '']) => ({
		from: resolvePath(source, path),
		names: namesOf(what, text)
	}));
	return [...found, ...dynamic];
}

/** `{ a, type B, c as d }` → a, c. Of a namespace, all that is written behind its dot. */
function namesOf(what: string, text: string): string[] {
	const namespace = NAMESPACE.exec(what)?.[1];
	if (namespace !== undefined) {
		return [...text.matchAll(new RegExp(`\\b${namespace}\\.(\\w+)`, 'g'))].map(
			([, name = '']) => name
		);
	}
	return what
		.replaceAll(/[{}]/g, '')
		.split(',')
		.map((name) => name.trim().replace(/\s+as\s+.*$/, ''))
		.filter((name) => name !== '' && !name.startsWith('type '));
}

function resolvePath(source: string, importer: string): string {
	if (source.startsWith('#lib/')) return `src/lib/${source.slice(5)}`;
	if (source.startsWith('.')) return posix.join(posix.dirname(importer), source);
	return source;
}
