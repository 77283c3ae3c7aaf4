import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publish } from '../../../src/compiler/commands/publish.ts';
import type { Io } from '../../../src/compiler/base/io.ts';
import { aContentFolder, type Edit } from '../publisher/content-folder.ts';
import { aStaticHost, type StaticHost } from './static-host.ts';

/** The build for a path, beside the one for a whole host. */
export const BELOW = { dir: 'build-below', basePath: '/handrail' } as const;

/** Apps on one static host, put there by the publisher's own command. */
export interface StaticSite {
	readonly origin: string;
	/** Publishes changed content to every app of the host. */
	readonly publish: (...edits: Edit[]) => Promise<void>;
	/** The host is gone. */
	readonly kill: () => Promise<void>;
	readonly close: () => Promise<void>;
}

const silent = { print: () => undefined, now: () => new Date() } as unknown as Io;

/** `apps`: where each build is served, such as `{ '/handrail/': 'build-below' }`. */
export async function aStaticSite(apps: Readonly<Record<string, string>>): Promise<StaticSite> {
	refuseStaleBuild();
	const folder = mkdtempSync(join(tmpdir(), 'handrail-static-'));
	const content = aContentFolder(folder);
	const roots = Object.entries(apps).map(([prefix, app], index) => {
		return { prefix, app, to: join(folder, `www-${String(index)}`) };
	});
	const publishAll = async (): Promise<void> => {
		for (const { app, to } of roots) {
			// demo keys are this clone's: what the build trusts, the edition is signed with
			const anchorModule = 'src/lib/trust/generated/anchor.ts';
			const places = { out: content.publishedDir, content: 'src/content', anchorModule };
			await publish({ ...places, app, to }, silent);
		}
	};
	await publishAll();
	let host: StaticHost | undefined = await aStaticHost(
		Object.fromEntries(roots.map(({ prefix, to }) => [prefix, to]))
	);
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
			await publishAll();
		},
		async close() {
			await kill();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** Both builds are of the same code, or a test would speak of the code of another day. */
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
