// Runs in `npm start`: builds on a fresh clone, and again when an input of the build has changed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { hashInputs } from './hash-inputs.ts';
import { publishedFolder, siteFolder } from './site/site-folder.ts';

const STAMP = 'build/inputs.txt';
const BUILT_ANCHOR = 'build/anchor.json';
const ANCHOR_MODULE = 'src/lib/trust/generated/anchor.ts';
/** What a build writes and does not read as an input, and the editors' screen, which is a build of its own. */
const GENERATED = /^(static\/published|src\/lib\/\w+\/generated|src\/editor)\//;

function run(...args: string[]): void {
	const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
	if (status !== 0) process.exit(status ?? 1);
}

/** Whether the build trusts the same root as this clone: new keys need a new build. */
const isOfThisAnchor = (): boolean =>
	existsSync(BUILT_ANCHOR) &&
	existsSync(ANCHOR_MODULE) &&
	readFileSync(ANCHOR_MODULE, 'utf8').includes(readFileSync(BUILT_ANCHOR, 'utf8'));

const site = siteFolder();
/** The inputs, and the settings that the build reads. */
const inputs = [hashInputs(GENERATED, [`${site}/**/*`]), process.env['BASE_PATH'] ?? '', site].join(
	' '
);
const isBuilt =
	existsSync('build/handler.js') &&
	existsSync(`${publishedFolder()}/head.json`) &&
	existsSync(STAMP) &&
	readFileSync(STAMP, 'utf8') === inputs &&
	isOfThisAnchor();

if (!isBuilt) {
	run('src/build/write-messages.ts');
	run('src/compiler/cli.ts', 'build');
	run('node_modules/vite/bin/vite.js', 'build');
	writeFileSync(STAMP, inputs);
} else if (!existsSync(`${site}/anchor.json`)) {
	// demo keys: nobody re-signs the head each day, so the start does, or phones would call it old
	run('src/compiler/cli.ts', 'renew');
}
