import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readAnchorFile } from '../../src/compiler/keys/anchor-file.ts';
import { readRoots } from '../../src/compiler/keys/roots.ts';
import { verifyPublished } from '../../src/compiler/verify/verify-published.ts';
import { OF_ONE_PLACE } from './one-place.ts';

const EXAMPLE = 'examples/chicago';

/** A copy of it, with keys and an edition of its own. */
let folder: string;
const at = (path: string): string => join(folder, 'site', path);
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'handrail-second-'));
	cpSync(EXAMPLE, at('.'), {
		recursive: true,
		filter: (path) => !/[\\/]\.(?:keys|published)$/.test(path)
	});
});
afterAll(() => {
	rmSync(folder, { recursive: true, force: true });
});

/** The real compiler, as that site's publisher runs it. */
function run(...args: string[]) {
	const { status, stdout, stderr } = spawnSync(process.execPath, args, {
		encoding: 'utf8',
		env: { ...process.env, SITE_DIR: at('.'), PUBLISHED_DIR: undefined }
	});
	return { status, said: `${stdout}${stderr}` };
}

test('the example of another city passes the check as it stands', () => {
	const { said } = run('src/compiler/cli.ts', 'check');
	expect(said).toMatch(/^0 problems and \d+ notices in 16 texts of 8 articles/);
});

test('is built and signed with keys of its own, and whole to a phone that trusts them', async () => {
	const args = [at('.'), at('.published'), join(folder, 'anchor.ts')];
	expect(run('tests/support/publisher/build-edition.ts', ...args).said).toBe('');
	const anchor = readAnchorFile(
		join(folder, 'anchor.ts'),
		(text) => /= (\{.*\});$/m.exec(text)?.[1] ?? ''
	);
	if (!anchor) throw new Error('no anchor was written');
	const ports = { anchor, now: new Date() };
	const { edition, problems } = await verifyPublished(at('.published'), ports);
	expect(problems).toEqual([]);
	expect(edition.content.languages.map(({ lang, count }) => [lang, count])).toEqual([
		['en', 8],
		['ar', 8]
	]);

	const [own, ours] = await Promise.all([readRoots(at('.keys')), readRoots('.keys')]);
	const idsOf = (roots: typeof own) =>
		Object.values(roots[0]?.root.roles ?? {}).flatMap(({ keyIds }) => keyIds);
	expect(idsOf(own).length).toBeGreaterThan(3);
	expect(idsOf(own).filter((id) => idsOf(ours).includes(id))).toEqual([]);
});

test('has no word of the first site’s place, but the numbers that both cities have', () => {
	const files = globSync(`${EXAMPLE}/**/*.*`).filter((file) => statSync(file).isFile());
	expect(files.length).toBeGreaterThan(30);
	const found = files.flatMap((file) =>
		[...readFileSync(file, 'utf8').matchAll(new RegExp(OF_ONE_PLACE, 'gu'))]
			.map(([name]) => name)
			.filter((name) => name !== '311')
	);
	expect(found).toEqual([]);
});
