import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { planPush, pushBranch } from './push-branch.ts';

/** A repository with a branch of a draft, and a remote that has its beginning. */
function aRepository() {
	const folder = mkdtempSync(join(tmpdir(), 'handrail-push-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	const [url, dir] = [join(folder, 'there.git'), join(folder, 'here')];
	const git = (at: string, ...args: string[]) => {
		const own = ['-C', at, '-c', 'user.name=Ana', '-c', 'user.email=a@b.c', ...args];
		return spawnSync('git', own, { encoding: 'utf8' }).stdout.trim();
	};
	spawnSync('git', ['init', '--quiet', '--bare', url]);
	spawnSync('git', ['init', '--quiet', '--initial-branch=main', dir]);
	const commit = (words: string, at = dir): void => {
		writeFileSync(join(at, 'a.txt'), words);
		git(at, 'add', '.');
		git(at, 'commit', '--quiet', '--message', words);
	};
	commit('Begin');
	git(dir, 'remote', 'add', 'origin', url);
	git(dir, 'push', '--quiet', 'origin', 'main');
	git(dir, 'switch', '--quiet', '--create', 'draft/door');
	commit('Say to wait');
	return {
		branch: { dir, remote: 'origin', url, branch: 'draft/door' },
		folder,
		url,
		dir,
		git,
		commit
	};
}

test('what would be sent is shown, and sent', async () => {
	const { branch, url, git } = aRepository();
	expect(await planPush(branch)).toEqual({
		...{ state: 'ready', remote: 'origin', url, branch: 'draft/door' },
		commits: [{ by: 'Ana', what: 'Say to wait' }]
	});
	expect(await pushBranch(branch)).toEqual({ state: 'pushed', remote: 'origin' });
	expect(git(url, 'log', '-1', '--format=%s', 'draft/door')).toBe('Say to wait');
	expect(await planPush(branch)).toEqual({ state: 'nothing' });
});

test('what somebody else has sent is not written over', async () => {
	const { branch, folder, url, git, commit } = aRepository();
	const other = join(folder, 'other');
	spawnSync('git', ['clone', '--quiet', '--branch', 'main', url, other]);
	git(other, 'switch', '--quiet', '--create', 'draft/door');
	commit('Theirs', other);
	git(other, 'push', '--quiet', 'origin', 'draft/door');
	expect(await pushBranch(branch)).toMatchObject({ state: 'failed', reason: 'remote-ahead' });
	expect(git(url, 'log', '-1', '--format=%s', 'draft/door')).toBe('Theirs');
});

test('a remote that is not there is said to be so, and no secret is shown', async () => {
	const { branch, folder, git, dir } = aRepository();
	git(dir, 'remote', 'set-url', 'origin', join(folder, 'nowhere.git'));
	expect(await pushBranch(branch)).toMatchObject({ state: 'failed', reason: 'unreachable' });
	const plan = await planPush({ ...branch, url: 'https://ana:secret@git.example/x.git' });
	expect(plan).toMatchObject({ url: 'https://git.example/x.git' });
});

test('a draft without a version has nothing to send', async () => {
	const { branch } = aRepository();
	expect(await planPush({ ...branch, branch: 'draft/none' })).toEqual({ state: 'nothing' });
});
