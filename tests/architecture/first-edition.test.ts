import { spawnSync } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writeApprovals } from '../../src/compiler/approvals/write-approvals.ts';
import { readPublished } from '../../src/compiler/publish/read-published.ts';
import { copyGoodContent } from '#tests/support/publisher/content-fixture.ts';

const PAGE = 'docs/first-edition.md';
/** A clone is made by hand here: its packages are those of this one. */
const LEFT_OUT = [/^git clone /, /^npm ci$/];

/** Every line of every block of commands. */
const commands = [...readFileSync(PAGE, 'utf8').matchAll(/^```sh\n(.*?)^```$/gms)]
	.flatMap(([, block = '']) => block.trim().split('\n'))
	.filter((line) => !LEFT_OUT.some((it) => it.test(line)));

/** A clone with small content, in a folder that holds nothing else. */
function aClone(): string {
	const folder = mkdtempSync(join(tmpdir(), 'handrail-first-'));
	// thousands of files: on a busy disk longer than a hook may take
	onTestFinished(() => {
		rmSync(folder, { recursive: true, force: true });
	}, 120_000);
	const clone = join(folder, 'handrail');
	mkdirSync(clone);
	const files = ['package.json', 'package-lock.json', 'tsconfig.json', '.gitignore'];
	for (const path of [...files, 'svelte.config.js', 'vite.config.ts']) {
		cpSync(path, join(clone, path), { recursive: true });
	}
	cpSync('src', join(clone, 'src'), {
		recursive: true,
		filter: (path) => !path.replaceAll('\\', '/').startsWith('src/content/')
	});
	cpSync('static', join(clone, 'static'), { recursive: true });
	symlinkSync(resolve('node_modules'), join(clone, 'node_modules'));
	const content = join(clone, 'src/content');
	copyGoodContent(content);
	const approved = join(content, 'guides/bus-stop/en.md');
	writeFileSync(approved, writeApprovals(readFileSync(approved, 'utf8'), []));
	return clone;
}

const environment = {
	...process.env,
	HANDRAIL_PASSPHRASE: 'correct horse battery',
	GIT_CONFIG_GLOBAL: '/dev/null',
	GIT_AUTHOR_NAME: 'Carla Ruiz',
	GIT_AUTHOR_EMAIL: 'carla@example.org',
	GIT_COMMITTER_NAME: 'Carla Ruiz',
	GIT_COMMITTER_EMAIL: 'carla@example.org'
};

function run(clone: string, line: string): string {
	const options = { cwd: clone, env: environment, encoding: 'utf8' } as const;
	const { status, stdout, stderr } = spawnSync('bash', ['-ec', line], options);
	if (status !== 0) throw new Error(`${line}\n${stdout}${stderr}`);
	return stdout;
}

test('every command of the page works, in its order', { timeout: 900_000 }, () => {
	const clone = aClone();
	run(clone, 'git init -q');
	const said = new Map(commands.map((line) => [line, run(clone, line)]));

	const site = join(clone, '../site');
	const published = readPublished(join(site, 'published'));
	expect(published?.edition.content).toMatchObject({ version: 1, publisher: { isDemo: false } });
	expect(published?.head.content.version).toBe(2);
	expect(existsSync(join(site, 'en/guides/bus-stop/index.html'))).toBe(true);
	expect(said.get('npm run edition:check')).toMatch(/^0 problems and 0 notices/m);
	expect(said.get('npm run edition:diff')).toMatch(/0 changed, 0 added, 0 withdrawn\.$/m);
	// no key leaves its folder
	expect(run(clone, 'grep -rl "PRIVATE KEY" ../site || true')).toBe('');
});
