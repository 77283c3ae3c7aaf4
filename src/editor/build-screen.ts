// Runs before `npm run edit`: builds the screen on a fresh clone, and again when an input of it has changed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { hashInputs } from '../build/hash-inputs.ts';

const OUT = 'build-editor';
const STAMP = `${OUT}/inputs.txt`;
/** What the screen shows is read when it is shown; what runs under it is not built. */
const NO_INPUT =
	/^(static|src\/(content|compiler|watch|supply|service-worker|editor\/core)|src\/lib\/\w+\/generated)\//;

function run(args: readonly string[], cwd: string): void {
	const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', cwd });
	if (status !== 0) process.exit(status ?? 1);
}

const inputs = hashInputs(NO_INPUT);
/** Written from the catalogues, and ignored by Git: a fresh clone has none. The server reads them, too. */
const GENERATED = ['src/lib/messages/generated/en.json', 'src/lib/edition/generated'];
const isBuilt =
	GENERATED.every((it) => existsSync(it)) &&
	existsSync(`${OUT}/index.html`) &&
	existsSync(STAMP) &&
	readFileSync(STAMP, 'utf8') === inputs;

if (!isBuilt) {
	console.log('Building the screen: once, and after each change of its code …');
	const vite = [`${process.cwd()}/node_modules/vite/bin/vite.js`, 'build', '--logLevel', 'warn'];
	run(['src/build/write-messages.ts'], '.');
	run(vite, 'src/editor');
	writeFileSync(STAMP, inputs);
}
