import { spawn, spawnSync } from 'node:child_process';
import {
	mkdtempSync,
	readdirSync,
	rmSync,
	writeFileSync,
	readFileSync,
	mkdirSync,
	existsSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import git from 'isomorphic-git';
import fs from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import type { Edit } from '../contract/edits.ts';
import { Repository } from '../repository/repository.ts';
import { DraftFolder } from './draft-folder.ts';

const PATH = 'guides/bus/en.md';
const TEXT = '---\ntitle: A bus\n---\n## Do {#do}\n1. Wait. {1.01}\n';
const ANA = { name: 'Ana', email: 'ana@example.org', role: 'editor' };
const now = (): Date => new Date('2026-11-30T12:00:00Z');
const setTitle = (value: string): Edit => ({ type: 'set-field', path: ['title'], value });

function aFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'handrail-drafts-'));
	onTestFinished(() => {
		rmSync(folder, { recursive: true, force: true });
	});
	return folder;
}

const open = (folder: string): DraftFolder =>
	new DraftFolder({ folder, textOf: (path) => (path === PATH ? TEXT : undefined), now });

function kept(result: ReturnType<DraftFolder['keep']>) {
	if (result.state !== 'kept') throw new Error(JSON.stringify(result));
	return result.file;
}

test('what was kept is there in the next session, with what can be undone', () => {
	const folder = aFolder();
	const { id, branch } = open(folder).start('New words at the door!', ANA);
	expect([id, branch]).toEqual(['new-words-at-the-door', 'draft/new-words-at-the-door']);
	expect(open(folder).start('New words at the door', ANA).id).toBe('new-words-at-the-door-2');
	const request = { draft: id, path: PATH, by: 'Ana' };
	kept(open(folder).keep({ ...request, revision: 0, edit: setTitle('One') }));
	const two = kept(open(folder).keep({ ...request, revision: 1, edit: setTitle('Two') }));
	expect(two).toMatchObject({ revision: 2, by: 'Ana', canUndo: true, canRedo: false });

	const later = open(folder);
	expect(later.open(id, PATH)?.text).toContain('title: Two');
	kept(later.undo(id, PATH, 2, 'Ana'));
	expect(kept(later.undo(id, PATH, 3, 'Ana')).text).toBe(TEXT);
	expect(later.find(id)?.paths).toEqual([]);
	expect(kept(later.redo(id, PATH, 4, 'Ana')).text).toContain('title: One');
	expect(later.find(id)).toMatchObject({ paths: [PATH], uncommitted: [PATH] });
	// an edit after that ends what could be brought back
	const other = kept(later.keep({ ...request, revision: 5, edit: setTitle('Three') }));
	expect(other.canRedo).toBe(false);
	later.drop(id);
	expect(later.list().map((it) => it.id)).toEqual(['new-words-at-the-door-2']);
});

test('the second of two writers is refused, and gets both texts and the name of the other', () => {
	const folder = aFolder();
	const [first, second] = [open(folder), open(folder)];
	const { id } = first.start('x', ANA);
	const seen = first.open(id, PATH)?.revision ?? -1;
	kept(
		first.keep({ draft: id, path: PATH, revision: seen, edit: setTitle('Ana was here'), by: 'Ana' })
	);
	const refused = second.keep({
		draft: id,
		path: PATH,
		revision: seen,
		edit: setTitle('Ben'),
		by: 'Ben'
	});
	expect(refused).toMatchObject({ state: 'conflict', theirs: { by: 'Ana', revision: 1 } });
	expect(refused).toHaveProperty('yours', TEXT.replace('A bus', 'Ben'));
	expect(second.open(id, PATH)?.text).toContain('Ana was here');
});

test("who goes on typing after a version is saved is in nobody's way, nor in their own", () => {
	const folder = open(aFolder());
	const { id } = folder.start('x', ANA);
	const kept = { draft: id, path: PATH, by: 'Ana' };
	folder.keep({ ...kept, revision: 0, edit: setTitle('One') });
	folder.setCommitted(id, PATH, folder.text(id, PATH)?.text ?? '');
	const next = folder.keep({ ...kept, revision: 1, edit: setTitle('Two') });
	expect(next).toMatchObject({ state: 'kept', file: { revision: 3 } });
	expect(folder.undo(id, PATH, 3, 'Ana')).toMatchObject({ state: 'kept' });
	// of a text that has become another one
	expect(folder.keep({ ...kept, revision: 3, edit: setTitle('3') })).toMatchObject({
		state: 'conflict'
	});
});

test('of many who write the same revision at once, one is first', () => {
	const folder = aFolder();
	const { id } = open(folder).start('x', ANA);
	for (let revision = 0; revision < 40; revision += 1) {
		const states = ['Ana', 'Ben', 'Eve'].map(
			(by) => open(folder).keep({ draft: id, path: PATH, revision, edit: setTitle(by), by }).state
		);
		expect(states).toEqual(['kept', 'conflict', 'conflict']);
	}
	const files = join(folder, 'drafts', id, 'files', encodeURIComponent(PATH));
	expect(readdirSync(files).length).toBeLessThan(25);
});

test('a draft cannot be named so that it lies elsewhere', () => {
	const folder = aFolder();
	expect(open(folder).find('../..')).toBeUndefined();
	expect(open(folder).start('../../etc', ANA).id).toBe('etc');
});

test('a process that is killed has lost no edit that it was told is kept', async () => {
	const folder = aFolder();
	const { id } = open(folder).start('x', ANA);
	const script = join(folder, 'writer.ts');
	const module = join(process.cwd(), 'src/editor/core/drafts/draft-folder.ts');
	writeFileSync(
		script,
		`import { DraftFolder } from ${JSON.stringify(module)};
const drafts = new DraftFolder({ folder: ${JSON.stringify(folder)}, textOf: () => ${JSON.stringify(TEXT)}, now: () => new Date() });
for (let revision = 0; ; revision += 1) {
	const edit = { type: 'set-field', path: ['title'], value: 'edit ' + (revision + 1) };
	const result = drafts.keep({ draft: ${JSON.stringify(id)}, path: ${JSON.stringify(PATH)}, revision, edit, by: 'Ana' });
	if (result.state !== 'kept') throw new Error(result.state);
	process.stdout.write(String(result.file.revision) + '\\n');
}
`
	);
	const writer = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
	let said = '';
	for await (const part of writer.stdout) {
		said += String(part);
		if (said.split('\n').length > 30) writer.kill('SIGKILL');
	}
	if (writer.exitCode === null && writer.signalCode === null) await once(writer, 'exit');
	expect(writer.signalCode).toBe('SIGKILL');
	const acknowledged = Number(said.split('\n').at(-2));
	const file = open(folder).open(id, PATH);
	expect(file?.revision).toBeGreaterThanOrEqual(acknowledged);
	expect(file?.text).toBe(TEXT.replace('A bus', `edit ${String(file?.revision)}`));
	const next = { draft: id, path: PATH, revision: file?.revision ?? 0, by: 'Ben' };
	expect(open(folder).keep({ ...next, edit: setTitle('after') }).state).toBe('kept');
}, 60_000);

/** A repository with a guide, on `main`. */
async function aRepository(): Promise<{ dir: string; content: string }> {
	const dir = aFolder();
	const content = join(dir, 'src/content');
	mkdirSync(join(content, 'guides/bus'), { recursive: true });
	writeFileSync(join(content, PATH), TEXT);
	writeFileSync(join(dir, 'other.txt'), 'other\n');
	await git.init({ fs, dir, defaultBranch: 'main' });
	for (const filepath of [`src/content/${PATH}`, 'other.txt']) await git.add({ fs, dir, filepath });
	await git.commit({
		fs,
		dir,
		message: 'first',
		author: { name: 'Eve', email: 'eve@example.org' }
	});
	return { dir, content };
}

const commit = (content: string, text: string, before: string | null = TEXT, branch = 'draft/x') =>
	new Repository(content).commit({
		branch,
		message: 'content: name the bus',
		by: ANA,
		at: now(),
		texts: [{ path: PATH, text, before }]
	});

test('a commit needs no Git program, names its author, and changes its file alone', async () => {
	const { dir, content } = await aRepository();
	const after = TEXT.replace('A bus', 'Another bus');
	const done = await commit(content, after);
	expect(done).toMatchObject({ state: 'committed', branch: 'draft/x', isInFolder: true });
	const [newest, first] = await git.log({ fs, dir, ref: 'draft/x' });
	expect(newest?.commit).toMatchObject({
		message: 'content: name the bus\n',
		author: { name: 'Ana' }
	});
	expect(first?.commit.author.name).toBe('Eve');
	expect(await git.currentBranch({ fs, dir })).toBe('draft/x');
	expect(readFileSync(join(content, PATH), 'utf8')).toBe(after);
	const states = await git.statusMatrix({ fs, dir });
	expect(states.map(([path, ...state]) => [path, state])).toEqual([
		['other.txt', [1, 1, 1]],
		[`src/content/${PATH}`, [1, 1, 1]]
	]);
	const again = after.replace('Another', 'The');
	expect(await commit(content, again, after)).toMatchObject({
		state: 'committed',
		isInFolder: true
	});
	expect(await git.log({ fs, dir, ref: 'draft/x' })).toHaveLength(3);
});

test('a folder with other edits is left alone', async () => {
	const { dir, content } = await aRepository();
	writeFileSync(join(content, PATH), 'somebody works on it\n');
	const done = await commit(content, TEXT.replace('A bus', 'B'));
	expect(done).toMatchObject({ state: 'committed', isInFolder: false });
	expect(readFileSync(join(content, PATH), 'utf8')).toBe('somebody works on it\n');
	expect(await git.currentBranch({ fs, dir })).toBe('main');
});

test('a linked working tree is committed from where it stands, and its folder left alone', async () => {
	const { dir } = await aRepository();
	const linked = join(aFolder(), 'linked');
	const run = (at: string, ...args: string[]) =>
		spawnSync('git', ['-C', at, ...args], { encoding: 'utf8' }).stdout.trim();
	run(dir, 'worktree', 'add', '-q', '-b', 'other', linked);
	const somebody = ['-c', 'user.name=Eve', '-c', 'user.email=eve@example.org'];
	run(linked, ...somebody, 'commit', '-q', '--allow-empty', '-m', 'second');
	const done = await commit(join(linked, 'src/content'), TEXT.replace('A bus', 'B'));
	expect(done).toMatchObject({ state: 'committed', isInFolder: false });
	expect(run(dir, 'rev-parse', 'draft/x^')).toBe(run(linked, 'rev-parse', 'other'));
	expect(run(dir, 'show', `draft/x:src/content/${PATH}`)).toBe(TEXT.replace('A bus', 'B').trim());
	expect(run(linked, 'status', '--porcelain')).toBe('');
	expect(run(linked, 'branch', '--show-current')).toBe('other');
});

test('a folder in which a merge waits for somebody is left alone', async () => {
	const { dir, content } = await aRepository();
	writeFileSync(join(dir, '.git/MERGE_HEAD'), await git.resolveRef({ fs, dir, ref: 'main' }));
	const done = await commit(content, TEXT.replace('A bus', 'B'));
	expect(done).toMatchObject({ state: 'committed', isInFolder: false });
	expect(await git.currentBranch({ fs, dir })).toBe('main');
});

test('from a commit without a branch a draft begins there', async () => {
	const { dir, content } = await aRepository();
	const tip = await git.resolveRef({ fs, dir, ref: 'main' });
	await git.checkout({ fs, dir, ref: tip });
	const done = await commit(content, TEXT.replace('A bus', 'B'));
	expect(done).toMatchObject({ state: 'committed', isInFolder: true });
	expect((await git.log({ fs, dir, ref: 'draft/x' }))[1]?.oid).toBe(tip);
});

test('a second draft begins where the folder stands, and leaves the first as it was', async () => {
	const { dir, content } = await aRepository();
	await commit(content, TEXT.replace('A bus', 'B'));
	const tip = await git.resolveRef({ fs, dir, ref: 'draft/x' });
	await commit(content, TEXT.replace('A bus', 'C'), TEXT.replace('A bus', 'B'), 'draft/y');
	expect(await git.resolveRef({ fs, dir, ref: 'draft/x' })).toBe(tip);
});

test('a branch that somebody else has committed to is not written over', async () => {
	const { content } = await aRepository();
	await commit(content, TEXT.replace('A bus', 'B'));
	const mine = await commit(content, TEXT.replace('A bus', 'C'));
	expect(mine).toEqual({ state: 'conflict', by: 'Ana', paths: [PATH] });
});

test('without a repository, or a remote, that is said', async () => {
	const folder = aFolder();
	expect(await commit(folder, 'x')).toEqual({ state: 'no-repository' });
	expect(await new Repository(folder).push('draft/x')).toEqual({ state: 'no-remote' });
	const { dir, content } = await aRepository();
	await commit(content, TEXT.replace('A bus', 'B'));
	const remote = join(folder, 'remote.git');
	await git.init({ fs, dir: remote, bare: true, gitdir: remote });
	await git.addRemote({ fs, dir, remote: 'origin', url: remote });
	const pushed = await new Repository(content).push('draft/x');
	expect(pushed).toEqual({ state: 'pushed', remote: 'origin' });
	expect(existsSync(join(remote, 'refs/heads/draft/x'))).toBe(true);
});
