import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aTemporaryFolder } from '#tests/support/publisher/temporary-folder.ts';
import { AuditLog } from './audit-log.ts';
import { Repository } from './repository.ts';

const ANA = { name: 'Ana', email: 'ana@example.org', role: 'editor' };
const now = (): Date => new Date('2026-11-30T12:00:00Z');

/** A folder that a merge has stopped in, because two have changed the same line. */
function aStoppedMerge() {
	const dir = aTemporaryFolder();
	const own = ['-C', dir, '-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.org'];
	const git = (...args: string[]): string =>
		execFileSync('git', [...own, ...args], { encoding: 'utf8' });
	const commit = (words: string): void => {
		writeFileSync(join(dir, 'a.txt'), words);
		git('add', '.');
		git('commit', '--quiet', '--message', words);
	};
	git('init', '--quiet', '--initial-branch=main');
	commit('Begin');
	git('switch', '--quiet', '--create', 'other');
	commit('Theirs');
	git('switch', '--quiet', 'main');
	commit('Ours');
	expect(spawnSync('git', [...own, 'merge', '--quiet', 'other']).status).toBe(1);
	return { dir, git };
}

test('each entry is a commit without files, by who did it, behind the one before', async () => {
	const { dir, git } = aStoppedMerge();
	const log = AuditLog.open(dir, now);
	await Promise.all([log?.append(ANA, 'came in'), log?.append(ANA, 'wrote\n\na line')]);
	expect(git('log', '--format=%an <%ae> %cn %cI %T %s', 'handrail-audit').split('\n')).toEqual([
		'Ana <ana@example.org> Ana 2026-11-30T12:00:00+00:00 4b825dc642cb6eb9a060e54bf8d69288fbee4904 wrote a line',
		'Ana <ana@example.org> Ana 2026-11-30T12:00:00+00:00 4b825dc642cb6eb9a060e54bf8d69288fbee4904 came in',
		''
	]);
});

test('a merge that somebody has not ended in the folder stops no version and no entry', async () => {
	const { dir, git } = aStoppedMerge();
	const texts = [{ path: 'b.txt', text: 'New', before: null }];
	const repository = new Repository(dir, { isFollowing: false });
	const asked = { branch: 'draft/door', message: 'Say to wait', by: ANA, at: now(), texts };
	expect(await repository.commit(asked)).toMatchObject({ state: 'committed' });
	expect(git('show', 'draft/door:b.txt')).toBe('New');
	await AuditLog.open(dir, now)?.append(ANA, 'saved a version');
	expect(git('log', '-1', '--format=%s', 'handrail-audit')).toBe('saved a version\n');
	expect(git('status', '--porcelain')).toBe('UU a.txt\n');
});
