import { spawnSync } from 'node:child_process';
import {
	cpSync,
	existsSync,
	globSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { GOOD_CONTENT } from '#tests/support/publisher/content-fixture.ts';

const COPIED = ['static', '.keys', 'package.json', 'package-lock.json', 'tsconfig.json'];
const CONFIGS = ['svelte.config.js', 'vite.config.ts'];

/** A clone with the small content of the fixture, without one kind of article. */
function aCloneWithout(kind: 'guides' | 'directives'): string {
	const folder = mkdtempSync(join(tmpdir(), 'handrail-small-'));
	onTestFinished(() => {
		rmSync(folder, { recursive: true, force: true });
	});
	for (const path of [...COPIED, ...CONFIGS]) cpSync(path, join(folder, path), { recursive: true });
	cpSync('src', join(folder, 'src'), {
		recursive: true,
		filter: (path) => !path.replaceAll('\\', '/').startsWith('src/content/')
	});
	symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
	rmSync(join(folder, 'static/published'), { recursive: true, force: true });

	const content = join(folder, 'src/content');
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
	return folder;
}

function edit(file: string, ...edits: readonly (readonly [RegExp | string, string])[]): void {
	const text = readFileSync(file, 'utf8');
	writeFileSync(
		file,
		edits.reduce((all, [from, to]) => all.replace(from, to), text)
	);
}

function run(folder: string, ...args: string[]): void {
	const { status, stdout, stderr } = spawnSync(process.execPath, args, {
		cwd: folder,
		encoding: 'utf8'
	});
	if (status !== 0) throw new Error(`${args.join(' ')} failed: ${stdout}${stderr}`);
}

test.each([
	['guides', 'directives'],
	['directives', 'guides']
] as const)(
	'an edition without %s is built, page by page',
	{ timeout: 600_000 },
	(without, has) => {
		const folder = aCloneWithout(without);
		// a preview: what the fixture rests on is not what is looked at here
		run(folder, 'src/compiler/cli.ts', 'build', '--unchecked');
		run(folder, 'node_modules/vite/bin/vite.js', 'build');

		const pages = join(folder, 'build/prerendered/en');
		const home = readFileSync(join(pages, 'index.html'), 'utf8');
		expect(globSync(`${pages}/${has}/*/index.html`).length).toBeGreaterThan(0);
		expect(globSync(`${pages}/${without}/*/index.html`)).toEqual([]);
		// a heading over nothing, and a timeline of no rule, would only disappoint
		expect(home.includes('/en/timeline/')).toBe(has === 'directives');
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
