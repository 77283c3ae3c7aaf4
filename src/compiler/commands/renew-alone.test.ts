import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aBuiltClone, aClone, keyOptions } from '#tests/support/publisher/compiler-clone.ts';
import { anchorOf, type Anchor } from '../keys/anchor-file.ts';
import { copyRole } from '../keys/copy-role.ts';
import { readRoots } from '../keys/roots.ts';
import { readPublished } from '../publish/read-published.ts';
import { installAsPhone } from '../verify/install-as-phone.ts';
import { folderFiles } from '../verify/folder-files.ts';
import { build } from './build.ts';
import { keys } from './keys.ts';

const OWN = 'a passphrase of the head key';

/** What the renewing machine has: the published folder, the anchor, and the head key alone. */
async function aRenewingMachine() {
	const clone = await aBuiltClone();
	const { folder, content, out, options } = clone;
	const from = options.keys ?? '';
	const [first] = await readRoots(from);
	if (!first) throw new Error('no root');
	const anchor = anchorOf(first, true);
	writeFileSync(join(content, 'anchor.json'), JSON.stringify(anchor));
	const head = join(folder, 'head');
	const demo = { folder: from, isDemo: true, passphrase: () => Promise.resolve('') };
	await copyRole(demo, 'head', head, () => Promise.resolve(OWN));
	const secret = join(folder, 'passphrase');
	writeFileSync(secret, `${OWN}\n`, { mode: 0o600 });
	/** The real command, in an environment that holds this and no passphrase. */
	const renew = (environment: Readonly<Record<string, string>>) => {
		const { HANDRAIL_PASSPHRASE: _, ...env } = process.env;
		const places = ['--keys', head, '--out', out, '--content', content];
		return spawnSync(process.execPath, ['src/compiler/cli.ts', 'renew', ...places], {
			env: { ...env, ...environment },
			input: '',
			encoding: 'utf8'
		});
	};
	return { ...clone, anchor, head, secret, renew };
}
/** Its clock stands where the edition was built: the head is renewed at the machine's own time. */
const phoneTakes = (out: string, anchor: Anchor) =>
	installAsPhone(folderFiles(out), { anchor, lang: 'en', now: new Date('2026-11-24T12:00:00Z') });
const headOf = (out: string) => readPublished(out)?.head.content;

test('the head is renewed with the head key alone, its passphrase from a file', async () => {
	const { head, secret, out, anchor, renew } = await aRenewingMachine();
	expect(readdirSync(head)).toEqual([expect.stringMatching(/^head-.*\.pem$/), 'trust']);
	const { status, stdout, stderr } = renew({ HANDRAIL_PASSPHRASE_FILE: secret });
	expect(stderr).toBe('');
	expect(stdout).toMatch(/^Head 2 of edition 1: until /);
	expect(status).toBe(0);
	expect(headOf(out)?.version).toBe(2);
	expect(await phoneTakes(out, anchor)).toMatchObject({ ok: true });
});

test('the unit of systemd renews it, with the passphrase that systemd hands over', async () => {
	const { folder, content, head, secret, out } = await aRenewingMachine();
	// of which the bits name a group, where the file system has access lists
	chmodSync(secret, 0o440);
	const unit = readFileSync('docs/deploy/handrail-renew.service', 'utf8')
		.replaceAll('%d', folder)
		.replaceAll('/srv/handrail/app', '.')
		.replaceAll('/srv/handrail/www/published', out)
		.replaceAll('/etc/handrail/head ', `${head} `);
	const valueOf = (key: string): string => new RegExp(`^${key}=(.*)$`, 'm').exec(unit)?.[1] ?? '';
	const [name = '', value = ''] = valueOf('Environment').split('=');
	const [program = '', ...args] = valueOf('ExecStart').split(' ');
	const { HANDRAIL_PASSPHRASE: _, ...env } = process.env;
	const { status, stderr } = spawnSync(program, [...args, '--content', content], {
		env: { ...env, [name]: value, CREDENTIALS_DIRECTORY: folder },
		encoding: 'utf8'
	});
	expect([status, stderr]).toEqual([0, '']);
	expect(headOf(out)?.version).toBe(2);
});

test('a passphrase file that is shared, empty, missing or wrong renews nothing, and says why', async () => {
	const { secret, out, renew } = await aRenewingMachine();
	const saidOf = (file: string): string => {
		const { status, stderr } = renew({ HANDRAIL_PASSPHRASE_FILE: file });
		expect(status, stderr).toBe(1);
		expect(stderr).not.toContain(OWN);
		return stderr;
	};
	chmodSync(secret, 0o640);
	expect(saidOf(secret)).toContain('chmod 600');
	chmodSync(secret, 0o600);
	writeFileSync(secret, '\n');
	expect(saidOf(secret)).toContain('has no passphrase in its first line');
	writeFileSync(secret, 'another one');
	expect(saidOf(secret)).toContain('wrong passphrase');
	expect(saidOf(`${secret}-gone`)).toContain('cannot be read (ENOENT)');
	const { status, stderr } = renew({});
	expect([status, stderr]).toEqual([1, expect.stringContaining('HANDRAIL_PASSPHRASE_FILE')]);
	expect(headOf(out)?.version).toBe(1);
});

test('a new root reaches the renewing machine with the edition that came under it', async () => {
	const { out, options, io, secret, anchor, renew } = await aRenewingMachine();
	await keys({ ...keyOptions(options), action: 'rotate', role: 'edition' }, io);
	await build(options, io);
	expect(renew({ HANDRAIL_PASSPHRASE_FILE: secret }).stderr).toBe('');
	expect(headOf(out)).toMatchObject({ version: 3, root: 2, edition: { version: 2 } });
	expect(await phoneTakes(out, anchor)).toMatchObject({ ok: true });

	await keys({ ...keyOptions(options), action: 'rotate', role: 'head' }, io);
	await build(options, io);
	const { status, stderr } = renew({ HANDRAIL_PASSPHRASE_FILE: secret });
	expect([status, stderr]).toEqual([1, expect.stringContaining('"head" under root 3')]);
	expect(headOf(out)).toMatchObject({ version: 4, root: 3 });
});

test('a copy of one role holds its key and the roots, under a passphrase of its own', async () => {
	const { folder, io, options } = aClone();
	expect(await keys({ ...keyOptions(options), action: 'create' }, io)).toBe(0);
	const to = join(folder, 'head');
	const copying = { ...keyOptions(options), action: 'copy', role: 'head', to };
	await expect(keys(copying, io)).rejects.toThrow('a passphrase of its own');
	await expect(
		keys(copying, { ...io, passphrase: () => Promise.resolve('not the one') })
	).rejects.toThrow('wrong passphrase');
	expect(existsSync(to)).toBe(false);

	const own = { ...io, newPassphrase: () => Promise.resolve(OWN) };
	expect(await keys(copying, own)).toBe(0);
	expect(readdirSync(to)).toEqual([expect.stringMatching(/^head-.*\.pem$/), 'trust']);
	expect(readdirSync(join(to, 'trust'))).toEqual(['1.root.json']);
	await expect(keys(copying, own)).rejects.toThrow('is there already');
	cpSync(to, `${to}-moved`, { recursive: true });
	const again = { ...copying, folder: `${to}-moved`, to: `${to}-again` };
	await expect(keys(again, own)).rejects.toThrow('wrong passphrase');
});
