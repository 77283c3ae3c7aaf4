import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	cpSync,
	globSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBuiltAnchor, readOwnAnchor } from '../../src/compiler/keys/anchor-file.ts';

const COPIED = ['src', 'static', '.keys', 'package.json', 'package-lock.json', 'tsconfig.json'];
const CONFIGS = ['svelte.config.js', 'vite.config.ts'];
const ANCHOR_MODULE = 'src/lib/trust/generated/anchor.ts';
const GUIDE = 'src/content/guides/school-bus/en.md';

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'handrail-stable-'));
	for (const path of [...COPIED, ...CONFIGS]) cpSync(path, join(folder, path), { recursive: true });
	symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
	// one language is as good as fifteen here, and much faster
	const publisher = join(folder, 'src/content/publisher.json');
	const text = readFileSync(publisher, 'utf8');
	writeFileSync(publisher, JSON.stringify({ ...JSON.parse(text), languages: ['en'] }));
});
afterAll(() => {
	rmSync(folder, { recursive: true, force: true });
});

function run(...args: string[]): void {
	const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
	if (status !== 0) throw new Error(`${args.join(' ')} failed: ${stderr}`);
}

/** Builds edition and app; gives the hash of every file that a phone takes for code. */
function build(): Record<string, string> {
	run('src/compiler/cli.ts', 'build');
	run('node_modules/vite/bin/vite.js', 'build');
	const files = globSync(`${folder}/build/client/**/*`).filter((file) => statSync(file).isFile());
	return Object.fromEntries(
		files.map((file) => {
			const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
			return [relative(folder, file), hash];
		})
	);
}

test('publishing content changes no byte of the worker or of any script', () => {
	const before = build();
	expect(Object.keys(before)).toContain('build/client/service-worker.js');
	// `edition:publish` compares it: a host must not refuse its own edition
	const own = readOwnAnchor(join(folder, 'src/content'), join(folder, ANCHOR_MODULE));
	expect(readBuiltAnchor(join(folder, 'build'))).toEqual(own);

	// one sentence, and one article more
	const guide = join(folder, GUIDE);
	const text = readFileSync(guide, 'utf8').replace(
		'Keep the doors closed.',
		'Keep all doors closed.'
	);
	writeFileSync(guide, text);
	const copy = join(folder, 'src/content/directives/cbp-two');
	cpSync(join(folder, 'src/content/directives/cbp-one'), copy, { recursive: true });
	for (const file of globSync(`${copy}/*.md`)) {
		const article = readFileSync(file, 'utf8').replace('slug: cbp-one', 'slug: cbp-two');
		// a claim is covered in one article, which has it already
		writeFileSync(file, article.replace(/^claims: .*\n/m, ''));
	}
	// notes and articles name each other
	for (const file of globSync(`${folder}/src/content/changes/*/*.yaml`)) {
		const note = readFileSync(file, 'utf8');
		writeFileSync(file, note.replace(/^articles: .*\bcbp-one\b/m, '$&, cbp-two'));
	}

	expect(build()).toEqual(before);
	const pages = globSync(`${folder}/build/prerendered/en/directives/cbp-two/index.html`);
	expect(pages, 'the new article has a page').toHaveLength(1);
}, 240_000);
