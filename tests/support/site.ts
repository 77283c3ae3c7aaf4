import { spawnSync } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Edition } from '#lib/edition/edition.ts';
import { readPublished } from '../../src/compiler/read-published.ts';
import { startApp, type AppServer } from './app-server.ts';

/** Changes or makes one content file: its path below `src/content`, and what becomes of its text. */
export type Edit = readonly [path: string, change: (text: string) => string];

/** The production build with an edition of its own, on a port of its own, that can be killed. */
export interface Site {
	readonly origin: string;
	readonly publishedDir: string;
	/** On the same port; from another folder where another release of the app is there. */
	readonly start: (options?: { cwd?: string }) => Promise<void>;
	/** SIGKILL: what a phone without a connection sees. */
	readonly kill: () => Promise<void>;
	/** What is served now. Whoever builds here may have made several: it is not always the first. */
	readonly edition: () => Edition;
	/** Compiles changed content into the same folder: the next edition. */
	readonly publish: (...edits: Edit[]) => void;
	readonly close: () => Promise<void>;
}

export async function aSite(more: Readonly<Record<string, string>> = {}): Promise<Site> {
	const folder = mkdtempSync(join(tmpdir(), 'handrail-site-'));
	const [content, publishedDir] = [join(folder, 'content'), join(folder, 'published')];
	cpSync('static/published', publishedDir, { recursive: true });
	cpSync('src/content', content, { recursive: true });
	const port = await freePort();
	// a database and keys of its own, that survive its restarts
	const settings = {
		DATABASE_FILE: join(folder, 'handrail.sqlite'),
		VAPID_DIR: join(folder, 'vapid'),
		...more
	};
	let server: AppServer | undefined;

	const site: Site = {
		origin: `http://localhost:${port}`,
		publishedDir,
		async start({ cwd = process.cwd() } = {}) {
			server = await startApp(port, { publishedDir, cwd, settings });
		},
		async kill() {
			await server?.kill();
			server = undefined;
		},
		edition() {
			const published = readPublished(publishedDir);
			if (!published) throw new Error(`Nothing is published in ${publishedDir}`);
			return published.edition.content;
		},
		publish(...edits) {
			for (const [path, change] of edits) {
				const file = join(content, path);
				const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
				const changed = change(text);
				if (changed === text) throw new Error(`${path} is as it was: the edit found nothing`);
				mkdirSync(dirname(file), { recursive: true });
				writeFileSync(file, changed);
			}
			compile('build', '--content', content, '--out', publishedDir);
		},
		async close() {
			await site.kill();
			rmSync(folder, { recursive: true, force: true });
		}
	};
	await site.start();
	return site;
}

/** The real compiler, as an editor runs it. */
function compile(...args: string[]): void {
	const { status, stdout, stderr } = spawnSync(process.execPath, ['src/compiler/cli.ts', ...args], {
		encoding: 'utf8'
	});
	if (status !== 0) throw new Error(`The compiler failed: ${stdout}${stderr}`);
}

/** A port that the system has just given. */
function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const probe = createServer();
		probe.listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as AddressInfo;
			probe.close(() => {
				resolve(port);
			});
		});
	});
}
