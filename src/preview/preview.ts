import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, relative } from 'node:path';
import type { DevEnvironment, NormalizedHotChannelClient, Plugin, ViteDevServer } from 'vite';
import type * as compiler from './compile-preview.ts';
import type * as server from '../lib/server/http/serve-edition.ts';
import { siteFolder } from '../build/site/site-folder.ts';
import { writeMessages } from '../build/write-messages.ts';
import { toOverlay, type Problem } from './overlay.ts';

/** Kit's own folder: ignored by Git and by Vite's watcher. */
const OUT = '.svelte-kit/preview';
const ANCHOR_MODULE = '.svelte-kit/preview-anchor.ts';
const PLACES = { content: siteFolder(), out: OUT, anchorModule: ANCHOR_MODULE };

const APP_ANCHOR = /\/src\/lib\/trust\/generated\/anchor\.ts$/;
const APP_START = /\/src\/hooks\.client\.ts$/;
/** The compiler makes editions, too: a changed rule is seen at once. */
const OF_EDITION = /^src\/compiler\/.*(?<!\.test\.ts)$/;
const OF_MESSAGES = /^src\/messages\/[\w-]+\.json$/;
const isOfSite = (path: string): boolean => !relative(siteFolder(), path).startsWith('..');
/** What `writeMessages` writes, and pages load. */
const WRITTEN = /\/src\/lib\/(?:messages|edition)\/generated\//;
/** Modules that keep what they once read of the edition. */
const HOLDS_EDITION = /\/src\/lib\/server\/published\//;
/** An editor writes several files at once, and a formatter some of them again. */
const QUIET_MS = 80;

/**
 * `npm run dev` shows the content as it is in the working tree: compiled at each save into a folder of
 * its own, with no number used up and nothing of `static/published` touched. What the compiler finds
 * wrong stands over the page until it is mended.
 */
export function preview(): Plugin {
	return {
		name: 'handrail-preview',
		// Vitest serves, too, and previews nothing
		apply: (_config, { command, isPreview }) =>
			command === 'serve' && !isPreview && process.env['VITEST'] === undefined,
		config() {
			// read by the app's server side: the setting that it has anyway
			process.env['PUBLISHED_DIR'] = OUT;
		},
		// the edition is signed with demo keys, whoever's anchor the content names
		load: (id) =>
			APP_ANCHOR.test(id.replaceAll('\\', '/')) ? readFileSync(ANCHOR_MODULE, 'utf8') : undefined,
		transform(code, id) {
			const isStart = APP_START.test(id.replaceAll('\\', '/'));
			return isStart
				? { code: `import '/src/preview/before-app.ts';${code}`, map: null }
				: undefined;
		},
		// Vite would give the written files, and all that import them, new addresses one after the other: a page
		// that loads meanwhile gets modules twice, and two states of the app
		hotUpdate({ file }) {
			if (this.environment.name === 'client' && WRITTEN.test(file)) return [];
			return undefined;
		},
		configureServer: async (server) => new Preview(server).start()
	};
}

/** The edition of one dev server, and what is wrong with it now. */
class Preview {
	readonly #server: ViteDevServer;
	#ofEdition: readonly Problem[] = [];
	#ofMessages: readonly Problem[] = [];
	readonly #changed = new Set<'edition' | 'messages'>();
	#timer: NodeJS.Timeout | undefined;
	#running = Promise.resolve();

	constructor(server: ViteDevServer) {
		this.#server = server;
	}

	async start(): Promise<void> {
		const { watcher, environments } = this.#server;
		// it may be anywhere
		watcher.add(siteFolder());
		// nothing that is served comes from another day's content
		rmSync(OUT, { recursive: true, force: true });
		await this.#compileEdition();
		this.#ofMessages = writeMessages().map(toProblem);
		for (const event of ['add', 'change', 'unlink'] as const) {
			watcher.on(event, (path: string) => this.#note(path));
		}
		// an overlay is gone with its page: each page that comes is told
		environments.client.hot.on('vite:client:connect', (_, client) => this.#tell(client));
		await this.#serveEdition();
	}

	/** Where the app looks for an edition. Vite's own static files come later, and are another one. */
	async #serveEdition(): Promise<void> {
		const { middlewares, config } = this.#server;
		const { serveEdition } = await this.#load<typeof server>(
			'/src/lib/server/http/serve-edition.ts'
		);
		const serve = serveEdition(OUT);
		middlewares.use((request, response, next) => {
			const { pathname } = new URL(request.url ?? '/', 'http://localhost');
			if (!pathname.startsWith(`${config.base}published/`)) return next();
			serve(pathname.slice(config.base.length - 1), request, response).catch(next);
		});
	}

	/** By Vite, not by Node: a module that was changed since is read anew. */
	async #load<Module>(path: string): Promise<Module> {
		return (await this.#server.ssrLoadModule(path)) as Module;
	}

	#note(path: string): void {
		const name = relative(process.cwd(), path).replaceAll('\\', '/');
		const isSite = isOfSite(path);
		const isWords = OF_MESSAGES.test(name) || (isSite && basename(path) === 'site.json');
		if (isSite || OF_EDITION.test(name)) this.#changed.add('edition');
		// a site's own words are in the interface, too
		if (isWords) this.#changed.add('messages');
		if (this.#changed.size === 0) return;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			this.#running = this.#running.then(() => this.#follow());
		}, QUIET_MS);
	}

	async #follow(): Promise<void> {
		const changed = new Set(this.#changed);
		this.#changed.clear();
		const { client, ssr } = this.#server.environments;
		if (changed.has('messages')) {
			this.#ofMessages = writeMessages().map(toProblem);
			forget(client, WRITTEN);
		}
		if (changed.has('edition')) await this.#compileEdition();
		// the app's server side reads an edition once
		forget(ssr, HOLDS_EDITION);
		// and each page that loads anew is told of problems when it connects
		client.hot.send({ type: 'full-reload' });
	}

	async #compileEdition(): Promise<void> {
		try {
			const { compilePreview } = await this.#load<typeof compiler>(
				'/src/preview/compile-preview.ts'
			);
			const found = await compilePreview(PLACES);
			this.#ofEdition = found.map(({ file, line, problem, remedy }) => {
				return { file, line, text: `${problem}\n    ${remedy}` };
			});
		} catch (error) {
			// content that cannot be compiled at all, or a compiler that is being written
			const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
			this.#ofEdition = [{ file: PLACES.content, line: 1, text }];
		}
	}

	#tell(client: Pick<NormalizedHotChannelClient, 'send'>): void {
		const [first, ...others] = [...this.#ofMessages, ...this.#ofEdition];
		if (first) client.send(toOverlay([first, ...others]));
	}
}

/** Vite reads these files anew when they are asked for next. */
function forget({ moduleGraph }: DevEnvironment, files: RegExp): void {
	for (const module of moduleGraph.idToModuleMap.values()) {
		if (files.test(module.file ?? '')) moduleGraph.invalidateModule(module);
	}
}

/** A problem of messages names a file and, mostly, a key in it; of a file that is no JSON, the line. */
function toProblem(said: string): Problem {
	const [, file = '', text = '', key] = /^(\S+): ((?:(\w+): )?.*)$/s.exec(said) ?? [];
	const source = existsSync(file) ? readFileSync(file, 'utf8') : '';
	const at = /\(line (\d+) /.exec(text)?.[1];
	const before = source.split(`"${key ?? ''}":`)[0] ?? '';
	return { file, line: at ? Number(at) : before.split('\n').length, text };
}
