import { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeFolder } from './make-folder.ts';

function aFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'handrail-make-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

test('makes a folder and all above it, with one mode, and is content with what is there', () => {
	const inside = join(aFolder(), 'a/b/c');
	makeFolder(inside, 0o700);
	makeFolder(inside);
	expect(statSync(inside).mode & 0o777).toBe(0o700);
	expect(statSync(join(inside, '..')).mode & 0o777).toBe(0o700);
});

test('follows a link to a folder', () => {
	const folder = aFolder();
	symlinkSync(folder, join(folder, 'link'));
	makeFolder(join(folder, 'link/a'));
	expect(statSync(join(folder, 'a')).isDirectory()).toBe(true);
});

test.each(['file', 'file/a', 'file/a/b'])('names the file in the place of a folder: %s', (path) => {
	const folder = aFolder();
	writeFileSync(join(folder, 'file'), '');
	expect(() => {
		makeFolder(join(folder, path));
	}).toThrow(/ENOTDIR|EEXIST/);
});

// Node's own recursive mkdir never comes back from there
test.runIf(process.platform === 'linux')('ends where the system makes no folders', () => {
	for (const path of ['/proc/handrail', '/proc/handrail/a']) {
		expect(() => {
			makeFolder(path);
		}).toThrow(expect.objectContaining({ code: 'EPERM', path: '/proc/handrail' }));
	}
});
