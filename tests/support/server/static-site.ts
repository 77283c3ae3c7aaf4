import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publish } from '../../../src/compiler/commands/publish.ts';
import type { Io } from '../../../src/compiler/base/io.ts';
import { aContentFolder, type Edit } from '../publisher/content-folder.ts';
import { aStaticHost, type StaticHost } from './static-host.ts';

/** The second build, for an app below a path. */
export const BELOW = { dir: 'build-below', basePath: '/handrail' } as const;

/** One or more apps on one static host. */
export interface StaticSite {
	readonly origin: string;
	/** Publishes changed content to every app of the host. */
	readonly publish: (...edits: Edit[]) => Promise<void>;
	/** Closes the host. */
	readonly kill: () => Promise<void>;
	readonly close: () => Promise<void>;
}

const silent = { print: () => undefined, now: () => new Date() } as unknown as Io;

/**
 * `apps` says where each build is served, such as `{ '/handrail/': 'build-below' }`. With `isCopied` the
 * command `edition:publish` lays them out, which copies thousands of files. Otherwise the host serves the
 * same files from the folders of the build.
 */
export async function aStaticSite(
	apps: Readonly<Record<string, string>>,
	{ isCopied = false } = {}
): Promise<StaticSite> {
	refuseStaleBuild();
	const folder = mkdtempSync(join(tmpdir(), 'handrail-static-'));
	const content = aContentFolder(folder);
	const placed = Object.entries(apps).map(([prefix, app], index) => {
		return { prefix, app, to: join(folder, `www-${String(index)}`) };
	});
	const copyAll = async ({ hasApp }: { hasApp: boolean }): Promise<void> => {
		if (!isCopied) return;
		for (const { app, to } of placed) {
			// the edition is signed with this clone's demo keys, so its anchor is the one of the build
			const anchorModule = 'src/lib/trust/generated/anchor.ts';
			const places = { out: content.served, content: 'src/content', anchorModule };
			await publish({ ...places, app: hasApp ? app : undefined, to }, silent);
		}
	};
	await copyAll({ hasApp: true });
	const folders: Record<string, string[]> = {};
	for (const { prefix, app, to } of placed) {
		const path = prefix.replace(/\/$/, '');
		const built = ['client', 'prerendered'].map((part) => join(app, part, path));
		folders[prefix] = isCopied ? [to] : built;
		folders[`${prefix}published/`] = [isCopied ? join(to, 'published') : content.served];
	}
	let host: StaticHost | undefined = await aStaticHost(folders);
	const { origin } = host;
	const kill = async (): Promise<void> => {
		await host?.close();
		host = undefined;
	};
	return {
		origin,
		kill,
		async publish(...edits) {
			content.publish(...edits);
			await copyAll({ hasApp: false });
		},
		async close() {
			await kill();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** Throws unless both builds are of the same code: a test of an older build would prove nothing. */
function refuseStaleBuild(): void {
	const { dir, basePath } = BELOW;
	const versionOf = (client: string): string => {
		const file = join(client, '_app/version.json');
		return existsSync(file) ? readFileSync(file, 'utf8') : '';
	};
	if (versionOf(join(dir, 'client', basePath)) === versionOf('build/client')) return;
	throw new Error(
		`Build the app for a path, too: BASE_PATH=${basePath} BUILD_DIR=${dir} npx vite build`
	);
}
