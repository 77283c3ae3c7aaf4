import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startApp, type AppServer } from '#tests/support/server/app-server.ts';
import { readSources } from '../../src/compiler/read/read-sources.ts';
import type { Sources } from '../../src/compiler/read/source-file.ts';
import { makeCorpus } from './corpus/make-corpus.ts';
import { freePort } from './network/free-port.ts';
import { publishCorpus } from './publish-corpus.ts';

const TELL_MEMORY = new URL('./load/tell-memory.ts', import.meta.url).href;

/** An app server with an edition of so many articles. */
export interface CorpusSite {
	readonly port: number;
	/** Of the server's process. */
	readonly pid: number;
	/** What the server holds after a collection of garbage. Only with `tellsMemory`. */
	readonly heldMemory: AppServer['heldMemory'];
	/** The sources of the edition, to make the next one from. */
	readonly corpus: Sources;
	readonly publish: (corpus: Sources) => Promise<void>;
}

export interface CorpusOptions {
	readonly isOwn: boolean;
	/** Of the server, by their names in the environment. */
	readonly settings?: Readonly<Record<string, string>>;
	readonly tellsMemory?: boolean;
}

/** What the suites share: the build under test and the editions, in a folder of its own. */
export interface Workshop {
	/** The build as it was when the benchmark began. */
	readonly buildDir: string;
	/** The content of this repository. */
	readonly realSite: () => Promise<{ port: number }>;
	/** Made on first use. With `isOwn` nobody else sees what is published there. */
	readonly corpusSite: (articles: number, options?: CorpusOptions) => Promise<CorpusSite>;
	readonly close: () => Promise<void>;
}

/** Throws where there is no build, and says how to make one. */
export function openWorkshop(): Workshop {
	if (!existsSync('build/handler.js') || !existsSync('static/published/head.json')) {
		throw new Error('There is no build yet. Make one: npm run build');
	}
	const folder = mkdtempSync(join(tmpdir(), 'handrail-bench-'));
	// a copy: a build made meanwhile must not change what is measured
	cpSync('build', join(folder, 'build'), { recursive: true });
	cpSync('static/published', join(folder, 'published'), { recursive: true });
	for (const name of ['src', 'node_modules', 'package.json']) {
		symlinkSync(resolve(name), join(folder, name));
	}

	const servers: { kill: () => Promise<void> }[] = [];
	const serve = async (
		publishedDir: string,
		{ settings = {}, tellsMemory = false }: Omit<CorpusOptions, 'isOwn'> = {}
	): Promise<AppServer> => {
		const preload = tellsMemory ? { preload: TELL_MEMORY } : {};
		const options = { publishedDir, cwd: folder, settings, ...preload };
		const server = await startApp(await freePort(), options);
		servers.push(server);
		return server;
	};
	const openCorpus = async (
		articles: number,
		options?: Omit<CorpusOptions, 'isOwn'>
	): Promise<CorpusSite> => {
		const corpus = makeCorpus(readSources({ content: 'src/content' }).value, articles);
		const publishedDir = mkdtempSync(join(folder, `published-${String(articles)}-`));
		const publish = (changed: Sources): Promise<void> => publishCorpus(changed, publishedDir);
		await publish(corpus);
		const { port, pid, heldMemory } = await serve(publishedDir, options);
		return { port, pid, heldMemory, corpus, publish };
	};
	const shared = new Map<number, Promise<CorpusSite>>();
	let real: Promise<AppServer> | undefined;

	return {
		buildDir: join(folder, 'build'),
		async realSite() {
			real ??= serve(join(folder, 'published'));
			return { port: (await real).port };
		},
		corpusSite(articles, { isOwn, ...options } = { isOwn: false }) {
			if (isOwn) return openCorpus(articles, options);
			const site = shared.get(articles) ?? openCorpus(articles);
			shared.set(articles, site);
			return site;
		},
		async close() {
			await Promise.all(servers.map((server) => server.kill()));
			rmSync(folder, { recursive: true, force: true });
		}
	};
}
