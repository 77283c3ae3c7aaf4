import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	cpSync,
	existsSync,
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
import { GOOD_CONTENT } from '#tests/support/publisher/content-fixture.ts';

const COPIED = ['static', '.keys', 'package.json', 'package-lock.json', 'tsconfig.json'];
const CONFIGS = ['svelte.config.js', 'vite.config.ts'];
const ANCHOR_MODULE = 'src/lib/trust/generated/anchor.ts';

type Kind = 'guides' | 'directives';
/** By path: the hash of each file that a phone takes for code. */
type Code = Readonly<Record<string, string>>;

/** A build takes a minute of a processor: one clone is built twice, and both builds serve all tests. */
let folder: string;
const codes: Code[] = [];
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'handrail-stable-'));
	for (const path of [...COPIED, ...CONFIGS]) cpSync(path, join(folder, path), { recursive: true });
	cpSync('src', join(folder, 'src'), {
		recursive: true,
		filter: (path) => !path.replaceAll('\\', '/').startsWith('src/content/')
	});
	symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
});
afterAll(() => {
	rmSync(folder, { recursive: true, force: true });
});

/** The small content of the fixture, without one kind of article, in an edition of its own. */
function writeContentWithout(kind: Kind): void {
	rmSync(join(folder, 'static/published'), { recursive: true, force: true });
	const content = join(folder, 'src/content');
	rmSync(content, { recursive: true, force: true });
	cpSync(GOOD_CONTENT, content, { recursive: true });
	rmSync(join(content, kind), { recursive: true });
	// what named the articles that are gone; and one language is as good as three here
	rmSync(join(content, 'changes/2026-11-25-door-words'), { recursive: true });
	rmSync(join(content, 'sources/old-blog.yaml'));
	writeFileSync(join(content, 'evidence/claims.json'), '[]');
	edit(join(content, 'publisher.json'), [/"es",\s*"ar"/, '"es"']);
	for (const file of globSync(`${content}/{guides,directives}/*/*.md`)) {
		edit(
			file,
			[/^(guides|directives): \[.*\]$/m, '$1: []'],
			['2026-11-25-door-words, ', ''],
			[/claims: \[.*\]/, 'claims: []'],
			[/\[([^\]]*)\]\((guide|directive):[\w-]+\)/g, '$1'],
			['{1.04}', '{1.06}']
		);
	}
}

function edit(file: string, ...edits: readonly (readonly [RegExp | string, string])[]): void {
	const text = readFileSync(file, 'utf8');
	writeFileSync(
		file,
		edits.reduce((all, [from, to]) => all.replace(from, to), text)
	);
}

function run(...args: string[]): void {
	const { status, stdout, stderr } = spawnSync(process.execPath, args, {
		cwd: folder,
		encoding: 'utf8'
	});
	if (status !== 0) throw new Error(`${args.join(' ')} failed: ${stdout}${stderr}`);
}

function build(): Code {
	// a preview: what the fixture rests on is not what is looked at here
	run('src/compiler/cli.ts', 'build', '--unchecked');
	run('node_modules/vite/bin/vite.js', 'build');
	const files = globSync(`${folder}/build/client/**/*`).filter((file) => statSync(file).isFile());
	return Object.fromEntries(
		files.map((file) => {
			const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
			return [relative(folder, file), hash];
		})
	);
}

test.each([
	['guides', 'directives'],
	['directives', 'guides']
] as const)(
	'an edition without %s is built, page by page',
	{ timeout: 600_000 },
	(without, has) => {
		writeContentWithout(without);
		codes.push(build());

		const pages = join(folder, 'build/prerendered/en');
		const home = readFileSync(join(pages, 'index.html'), 'utf8');
		expect(globSync(`${pages}/${has}/*/index.html`).length).toBeGreaterThan(0);
		expect(globSync(`${pages}/${without}/*/index.html`)).toEqual([]);
		// a list of nothing would only disappoint
		for (const list of ['guides', 'directives']) {
			expect(home.includes(`/en/${list}/"`), list).toBe(has === list);
		}
		for (const page of ['search', 'changes', 'help', 'about', 'words', 'sources', 'check']) {
			expect(readFileSync(join(pages, page, 'index.html'), 'utf8')).toContain('<h1');
		}
		for (const feed of ['feed.xml', 'feed.json']) {
			expect(readFileSync(join(pages, feed), 'utf8')).toContain('2026-11-24-first-edition');
		}
		// and no address that leads nowhere
		const sitemap = readFileSync(join(folder, 'build/prerendered/sitemap.xml'), 'utf8');
		const addresses = [...sitemap.matchAll(/<loc>[^<]*?\/en\/([^<]*)<\/loc>/g)];
		expect(addresses.length).toBeGreaterThan(10);
		for (const [, rest = ''] of addresses) {
			expect(existsSync(join(pages, rest, 'index.html')), rest).toBe(true);
		}
	}
);

test('publishing content changes no byte of the worker or of any script', () => {
	// those two builds: no article is in both
	const [before, after] = codes;
	expect(Object.keys(before ?? {})).toContain('build/client/service-worker.js');
	expect(after).toEqual(before);
});

test('a build says whose editions it believes, for the publisher who compares', () => {
	// `edition:publish` compares it: a host must not refuse its own edition
	const own = readOwnAnchor(join(folder, 'src/content'), join(folder, ANCHOR_MODULE));
	expect(readBuiltAnchor(join(folder, 'build'))).toEqual(own);
});
