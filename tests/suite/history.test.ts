import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aTemporaryFolder } from '#tests/support/publisher/temporary-folder.ts';
import { History } from './history.ts';

const AUTHOR = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];

function aRepository() {
	const folder = aTemporaryFolder();
	const git = (...args: string[]): string =>
		execFileSync('git', [...AUTHOR, ...args], { cwd: folder, encoding: 'utf8' }).trim();
	git('init', '-q', '-b', 'main');
	return {
		folder,
		git,
		write: (file: string) => writeFileSync(join(folder, file), `${file}\n`),
		commit: (file: string): string => {
			writeFileSync(join(folder, file), `${file}\n`);
			git('add', '-A');
			git('commit', '-q', '-m', `area: add ${file}`);
			return git('rev-parse', 'HEAD');
		}
	};
}

test('on a branch, what was changed since main counts, committed or not', () => {
	const { folder, git, write, commit } = aRepository();
	commit('old');
	const last = commit('gone');
	git('checkout', '-q', '-b', 'work');
	commit('committed');
	write('new');
	rmSync(join(folder, 'gone'));
	const history = new History(folder);
	expect(history.base()).toBe(last);
	expect(history.changedFiles()).toEqual(['committed', 'new']);
});

test('on main, what its last commit changed counts', () => {
	const { folder, commit, write } = aRepository();
	commit('old');
	commit('last');
	write('new');
	expect(new History(folder).changedFiles()).toEqual(['last', 'new']);
});

test('commits after a known one are listed, newest first', () => {
	const { folder, commit } = aRepository();
	const fixed = commit('old');
	commit('one');
	const id = commit('two');
	expect(new History(folder).commitsAfter(fixed)).toMatchObject([
		{ id, subject: 'area: add two' },
		{ subject: 'area: add one' }
	]);
});

test('a history that was cut before that commit has nothing to say, nor has a folder without one', () => {
	const { folder, commit } = aRepository();
	const fixed = commit('old');
	commit('new');
	const shallow = join(aTemporaryFolder(), 'clone');
	execFileSync('git', ['clone', '-q', '--depth', '1', `file://${folder}`, shallow]);
	expect(new History(shallow).commitsAfter(fixed)).toEqual([]);
	expect(new History(shallow).base()).toBeUndefined();

	const bare = new History(aTemporaryFolder());
	expect([bare.base(), bare.commitsAfter(fixed), bare.changedFiles()]).toEqual([undefined, [], []]);
});
