import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Edition } from '#lib/edition/edition.ts';
import { readPublished } from '../../../src/compiler/publish/read-published.ts';
import { startApp, type AppServer } from '../server/app-server.ts';
import { aContentFolder, type ContentFolder } from '../publisher/content-folder.ts';

/** The production build on its own port, with its own edition. The server can be killed and restarted. */
export interface Site {
	readonly origin: string;
	/** The folder of its edition. Reading this makes a copy of the clone's edition, which a test may change. */
	readonly publishedDir: string;
	/** Starts the server again on the same port; `cwd` is a folder with another release of the app. */
	readonly start: (options?: { cwd?: string }) => Promise<void>;
	/** Kills the server with SIGKILL, which to a phone looks like having no connection. */
	readonly kill: () => Promise<void>;
	/** The edition that is served now. Its version depends on how often this clone was built. */
	readonly edition: () => Edition;
	/** Compiles changed content into the same folder: the next edition. */
	readonly publish: ContentFolder['publish'];
	readonly close: () => Promise<void>;
}

/** `more` are settings of the server. `onKill` is called before each end of the server. */
export async function aSite(
	more: Readonly<Record<string, string>> = {},
	onKill: (origin: string) => void = () => undefined
): Promise<Site> {
	const folder = mkdtempSync(join(tmpdir(), 'handrail-site-'));
	const content = aContentFolder(folder);
	const port = await freePort();
	// its own database and keys, which survive restarts
	const settings = {
		DATABASE_FILE: join(folder, 'handrail.sqlite'),
		VAPID_DIR: join(folder, 'vapid'),
		...more
	};
	let server: AppServer | undefined;

	const site: Site = {
		origin: `http://localhost:${port}`,
		get publishedDir() {
			return content.ownEdition();
		},
		async start({ cwd = process.cwd() } = {}) {
			server = await startApp(port, { publishedDir: content.served, cwd, settings });
		},
		async kill() {
			onKill(site.origin);
			await server?.kill();
			server = undefined;
		},
		edition() {
			const published = readPublished(content.served);
			if (!published) throw new Error(`Nothing is published in ${content.served}`);
			return published.edition.content;
		},
		publish: (...edits) => content.publish(...edits),
		async close() {
			await site.kill();
			rmSync(folder, { recursive: true, force: true });
		}
	};
	await site.start();
	return site;
}

/** A free port, as the system assigns one. */
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
