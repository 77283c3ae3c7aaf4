import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aClone } from '#tests/support/publisher/compiler-clone.ts';
import { approve, type ApproveOptions } from './approve.ts';
import { build } from './build.ts';
import { check } from './check.ts';

const DOOR = 'guides/front-door/en.md';

function anOffice() {
	const clone = aClone();
	const { content, io, printed } = clone;
	const approveAs = (name: string, more: Partial<ApproveOptions> = {}) =>
		approve({ content, slugs: ['front-door'], name, role: 'editor', lang: 'en', ...more }, io);
	const checked = async () => {
		printed.length = 0;
		const code = await check({ content }, io);
		return { code, said: printed.join('\n') };
	};
	const git = (name: string, ...args: string[]) => {
		const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
		const who = ['-c', `user.name=${name}`, '-c', 'user.email=somebody@example.org'];
		const { status, stderr } = spawnSync('git', [...who, ...args], { cwd: content, env });
		if (status !== 0) throw new Error(String(stderr));
	};
	const commit = (name: string, message = 'A change') => {
		git(name, 'add', '-A');
		git(name, 'commit', '-qm', message);
	};
	return { ...clone, approveAs, checked, commit, initialize: () => git('Nobody', 'init', '-q') };
}

describe('approve', () => {
	test('writes who, when, as what and for which text; two people make it approved', async () => {
		const { approveAs, content, printed, checked } = anOffice();
		await approveAs('Ana López');
		expect(printed[0]).toMatch(/approved by Ana López \(editor\): 1 more must approve it\.$/);
		expect(printed[1]).toBe('    Last author: not known (Git does not know this file).');
		await approveAs('Ben Wu', { role: 'lawyer' });
		expect(printed[2]).toMatch(/by Ana López \(editor\), Ben Wu \(lawyer\): approved\.$/);
		expect(readFileSync(join(content, DOOR), 'utf8')).toMatch(
			/approvedBy:\n {2}- \{name: "Ana López", role: "editor", on: 2026-11-24, hash: "[0-9a-f]{64}"\}\n/
		);
		expect((await checked()).said).toContain('Waiting for two approvals: 5 of 7 articles');
	});

	test('does not take one person for two', async () => {
		const { approveAs } = anOffice();
		await approveAs('Ana López');
		expect(() => approveAs('ana  lo\u0301pez', { role: 'lawyer' })).toThrow(
			/Ana López approved this text already, on 2026-11-24/
		);
	});

	test('an edit makes approvals void: the check and the build say whose, and what to do', async () => {
		const { approveAs, edit, checked, printed, options, io, demoKeys } = anOffice();
		await approveAs('Ana López');
		await approveAs('Ben Wu', { role: 'lawyer' });
		edit(DOOR, 'Keep the door closed.', 'Keep the door shut.');
		const { code, said } = await checked();
		expect(code).toBe(0);
		expect(said).toContain(
			`${DOOR}:19: notice: the approval of Ben Wu (lawyer, 2026-11-24) is void: the file was edited since\n` +
				'    They read it again, and then: npm run edition:approve -- front-door --as "Ben Wu" --role "lawyer"'
		);
		expect(said).toContain('6 of 7 articles');
		await demoKeys();
		printed.length = 0;
		await build(options, io);
		expect(printed.join('\n')).toContain('the approval of Ana López (editor, 2026-11-24) is void');
		await approveAs('Cleo Diaz');
		expect(printed.at(-1)).toBe('    Taken out, for an older text: Ana López, Ben Wu.');
	});

	test('a typed hash of another text approves nothing', async () => {
		const { edit, checked } = anOffice();
		const typed = ['Ana', 'Ben'].map(
			(name) => `{name: ${name}, role: editor, on: 2026-11-24, hash: "${'1'.repeat(64)}"}`
		);
		edit(DOOR, 'approvedBy: []', `approvedBy: [${typed.join(', ')}]`);
		expect((await checked()).said).toContain('6 of 7 articles');
	});

	test('two typed words are refused, with what to do', async () => {
		const { edit, checked } = anOffice();
		edit(DOOR, 'approvedBy: []', 'approvedBy: [editor, lawyer]');
		const { code, said } = await checked();
		expect(code).toBe(1);
		expect(said).toContain(
			'run edition:approve -- SLUG --as NAME --role ROLE'.replace('run', 'npm run')
		);
	});

	test('a translation has approvals of its own, and not its translator’s', async () => {
		const { approveAs, content, edit, checked } = anOffice();
		expect(() => approveAs('ANA', { lang: 'es' })).toThrow(/ANA translated it/);
		await approveAs('Ben Wu', { lang: 'es' });
		expect(readFileSync(join(content, DOOR), 'utf8')).toContain('approvedBy: []');
		expect(readFileSync(join(content, 'guides/front-door/es.md'), 'utf8')).toContain('Ben Wu');
		expect((await checked()).said).not.toContain('void');
		edit(DOOR, 'urgency: now', 'urgency: today');
		expect((await checked()).said).toMatch(/es\.md:\d+: notice: the approval of Ben Wu .* is void/);
	});

	test('all or none: a slug that is not there leaves the others as they were', () => {
		const { approveAs, content } = anOffice();
		expect(() => approveAs('Ana', { slugs: ['front-door', 'frnt-door'] })).toThrow(
			/no guide, directive or change note "frnt-door" in en .*Did you mean "front-door"/
		);
		expect(readFileSync(join(content, DOOR), 'utf8')).toContain('approvedBy: []');
	});
});

describe('with Git', () => {
	test('who wrote a text last does not approve it, also after others approved', async () => {
		const { approveAs, commit, initialize, printed } = anOffice();
		initialize();
		commit('Carla Ruiz');
		expect(() => approveAs('carla ruiz')).toThrow(/carla ruiz wrote it last, as Git has it/);
		await approveAs('Ana López');
		expect(printed.at(-1)).toBe('    Last author: Carla Ruiz.');
		// the last commit of the file is hers now, and its text is still Carla's
		commit('Ana López');
		expect(() => approveAs('Carla Ruiz')).toThrow(/wrote it last/);
		await approveAs('Ben Wu');
	});

	test('a co-author is an author', () => {
		const { approveAs, commit, initialize } = anOffice();
		initialize();
		commit('Carla Ruiz', 'A text\n\nCo-authored-by: Dan Oh <dan@example.org>');
		expect(() => approveAs('Dan Oh')).toThrow(/Dan Oh wrote it last/);
	});

	test('the check finds an approval by the author that was made before the commit', async () => {
		const { approveAs, commit, initialize, edit, checked, printed } = anOffice();
		initialize();
		commit('Carla Ruiz');
		edit(DOOR, 'Keep the door closed.', 'Keep the door shut.');
		await approveAs('Ana López');
		expect(printed.at(-1)).toContain('not known (it has edits that are not committed)');
		commit('Ana López');
		const { code, said } = await checked();
		expect(code).toBe(1);
		expect(said).toContain(`${DOOR}:19: Ana López wrote it last, as Git has it, and approved it`);
	});
});

test('a broken text is not approved', () => {
	const { approveAs, edit } = anOffice();
	edit(DOOR, 'urgency: now', 'urgency: soon');
	expect(() => approveAs('Ana')).toThrow(/that can be read/);
});

test('a change note is approved like an article', async () => {
	const { approveAs, content, checked } = anOffice();
	await approveAs('Ben', { slugs: ['2026-11-24-door-words'] });
	await approveAs('Ana', { slugs: ['2026-11-24-door-words'] });
	const note = readFileSync(join(content, 'changes/2026-11-24-door-words/en.yaml'), 'utf8');
	expect(note).toContain('approvedBy:\n  - {name: "Ben"');
	expect((await checked()).said).toContain('1 of 2 change notes');
});
