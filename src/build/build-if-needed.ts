// `npm start` on a fresh clone builds; the next one starts at once, unless something has changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';

const STAMP = 'build/inputs.sha256';
const BUILT_ANCHOR = 'build/anchor.json';
const ANCHOR_MODULE = 'src/lib/trust/generated/anchor.ts';
const GENERATED = /^(static\/published|src\/lib\/\w+\/generated)\//;

/** Everything that the build reads: code, content, static files, settings and versions. */
function hashOfInputs(): string {
	// the one setting that the build reads
	const hash = createHash('sha256').update(process.env['BASE_PATH'] ?? '');
	const paths = globSync(['src/**/*', 'static/**/*', 'package-lock.json', '*.config.*']);
	for (const path of paths.map((it) => it.replaceAll('\\', '/')).sort()) {
		if (GENERATED.test(path) || !statSync(path).isFile()) continue;
		hash.update(`${path}\0`).update(readFileSync(path));
	}
	return hash.digest('hex');
}

function run(...args: string[]): void {
	const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
	if (status !== 0) process.exit(status ?? 1);
}

/** Keys that were changed since are another anchor, and need another app. */
const isOfThisAnchor = (): boolean =>
	existsSync(BUILT_ANCHOR) &&
	existsSync(ANCHOR_MODULE) &&
	readFileSync(ANCHOR_MODULE, 'utf8').includes(readFileSync(BUILT_ANCHOR, 'utf8'));

const inputs = hashOfInputs();
const isBuilt =
	existsSync('build/handler.js') &&
	existsSync('static/published/head.json') &&
	existsSync(STAMP) &&
	readFileSync(STAMP, 'utf8') === inputs &&
	isOfThisAnchor();

if (!isBuilt) {
	run('src/build/compile-messages.ts');
	run('src/compiler/cli.ts', 'build');
	run('node_modules/vite/bin/vite.js', 'build');
	writeFileSync(STAMP, inputs);
} else if (!existsSync('src/content/anchor.json')) {
	// demo keys: nobody re-signs the head each day, so the start does, or phones would call it old
	run('src/compiler/cli.ts', 'renew');
}
