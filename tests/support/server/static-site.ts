import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inputsOfSecond, SECOND } from '../../suite/second-site.ts';
import { aContentFolder, type ContentFolder } from '../publisher/content-folder.ts';
import { aStaticHost, type StaticHost } from './static-host.ts';

/** The second build, for an app below a path. */
export const BELOW = { dir: 'build-below', basePath: '/handrail' } as const;

/** One or more apps on one static host. */
export interface StaticSite {
	readonly origin: string;
	/** Publishes changed content to every app of the host. */
	readonly publish: ContentFolder['publish'];
	/** Closes the host. */
	readonly kill: () => Promise<void>;
	readonly close: () => Promise<void>;
}

/**
 * `apps` says where each build is served, such as `{ '/handrail/': 'build-below' }`; a build that has an
 * edition of its own is served with that one, and `publish` does not change it. The host serves the
 * files from the folders of the build: `edition:publish` would copy thousands of them to the same places
 * (`src/compiler/commands/commands.test.ts`).
 */
export async function aStaticSite(apps: Readonly<Record<string, string>>): Promise<StaticSite> {
	for (const app of Object.values(apps)) refuseStaleBuild(app);
	const folder = mkdtempSync(join(tmpdir(), 'handrail-static-'));
	const content = aContentFolder(folder);
	const folders: Record<string, string[]> = {};
	for (const [prefix, app] of Object.entries(apps)) {
		const path = prefix.replace(/\/$/, '');
		folders[prefix] = ['client', 'prerendered'].map((part) => join(app, part, path));
		const own = join(app, 'published');
		folders[`${prefix}published/`] = [existsSync(own) ? own : content.served];
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
		publish: content.publish,
		async close() {
			await kill();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** Throws unless a build is of the present code: a test of an older one would prove nothing. */
function refuseStaleBuild(app: string): void {
	if (app === SECOND.dir) return refuseStaleSecond();
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

function refuseStaleSecond(): void {
	const stamp = join(SECOND.dir, SECOND.stamp);
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === inputsOfSecond()) return;
	throw new Error('Build the second site, too: npx node tests/suite/build-second.ts');
}
