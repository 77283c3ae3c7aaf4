import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { copyGoodContent } from './content-fixture.ts';

const FILES = ['package.json', 'package-lock.json', 'tsconfig.json'];
const CONFIGS = ['svelte.config.js', 'vite.config.ts'];
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+/;

/** `npm run dev` in its own clone with little content. */
export interface DevServer {
	readonly origin: string;
	/** Edits a file of the clone, as an editor saves it. */
	readonly edit: (path: string, change: (text: string) => string) => void;
	readonly has: (path: string) => boolean;
	/** What the server has printed to its terminal. */
	readonly printed: () => string;
	readonly close: () => Promise<void>;
}

export async function aDevServer(): Promise<DevServer> {
	const folder = mkdtempSync(join(tmpdir(), 'handrail-dev-'));
	for (const path of [...FILES, ...CONFIGS]) cpSync(path, join(folder, path));
	const isLeftOut = /^(src\/content|static\/published)(\/|$)/;
	for (const path of ['src', 'static']) {
		cpSync(path, join(folder, path), {
			recursive: true,
			filter: (it) => !isLeftOut.test(it.replaceAll('\\', '/'))
		});
	}
	copyGoodContent(join(folder, 'src/content'));
	linkPackages(folder);

	const args = ['node_modules/vite/bin/vite.js', 'dev', '--host', '127.0.0.1', '--port', '0'];
	// without the variables of the test runner, which change what Vite does and prints
	const { VITEST: _, NODE_ENV: __, FORCE_COLOR: ___, ...env } = process.env;
	const child = spawn(process.execPath, args, {
		cwd: folder,
		env: { ...env, NO_COLOR: '1' }
	});
	let said = '';
	const heard = new Promise<string>((found, failed) => {
		const hear = (text: Buffer): void => {
			said += text.toString();
			const [origin] = ADDRESS.exec(said) ?? [];
			if (origin) found(origin);
		};
		child.stdout.on('data', hear);
		child.stderr.on('data', hear);
		child.on('exit', () => {
			failed(new Error(`The dev server ended: ${said}`));
		});
	});
	return {
		origin: await heard,
		edit(path, change) {
			const text = readFileSync(join(folder, path), 'utf8');
			const changed = change(text);
			if (changed === text) throw new Error(`${path} is as it was: the edit found nothing`);
			writeFileSync(join(folder, path), changed);
		},
		has: (path) => existsSync(join(folder, path)),
		printed: () => said,
		async close() {
			if (child.exitCode === null) {
				child.kill('SIGKILL');
				await once(child, 'exit');
			}
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** Links each package instead of `node_modules`, so that Vite's cache in there belongs to the clone. */
function linkPackages(folder: string): void {
	mkdirSync(join(folder, 'node_modules'));
	for (const name of readdirSync('node_modules')) {
		if (name.startsWith('.')) continue;
		symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name));
	}
}
