// Builds the second site, in a copy of the code: a build writes modules beside it that name one site.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inputsOfSecond, SECOND } from './second-site.ts';

const COPIED = ['svelte.config.js', 'vite.config.ts', 'tsconfig.json', 'package.json'];
const inputs = inputsOfSecond();
const folder = mkdtempSync(join(tmpdir(), 'handrail-second-'));
const site = join(folder, SECOND.site);
const env = {
	...process.env,
	SITE_DIR: site,
	PUBLISHED_DIR: `${site}/.published`,
	BASE_PATH: SECOND.basePath,
	BUILD_DIR: SECOND.dir
};

function run(...args: string[]): void {
	const { status } = spawnSync(process.execPath, args, { cwd: folder, env, stdio: 'inherit' });
	if (status !== 0) throw new Error(`${args.join(' ')} failed`);
}

const filter = (path: string): boolean =>
	!/^(?:src[\\/](?:content|editor)|static[\\/]published|.*[\\/]\.(?:keys|published))(?:[\\/]|$)/.test(
		path
	);
try {
	for (const path of [...COPIED, 'package-lock.json', 'src', 'static', SECOND.site]) {
		cpSync(path, join(folder, path), { recursive: true, filter });
	}
	symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
	run('src/build/write-messages.ts');
	run('src/compiler/cli.ts', 'build');
	run('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn');
	const built = join(folder, SECOND.dir);
	renameSync(`${site}/.published`, join(built, 'published'));
	writeFileSync(join(built, SECOND.stamp), inputs);
	rmSync(SECOND.dir, { recursive: true, force: true });
	cpSync(built, SECOND.dir, { recursive: true });
} finally {
	rmSync(folder, { recursive: true, force: true });
}
