import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

function aContent(): string {
	const folder = mkdtempSync(join(tmpdir(), 'handrail-cut-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	cpSync('src/content', folder, { recursive: true });
	return folder;
}

/** No file may be longer than 512 bytes: the system breaks off each write there, as on a full disk. */
const runShortOfRoom = (content: string, line: string) =>
	spawnSync(
		'sh',
		[
			'-c',
			'ulimit -f 1; exec "$@"',
			'sh',
			process.execPath,
			'src/compiler/cli.ts',
			...line.split(' '),
			'--content',
			content
		],
		{ encoding: 'utf8' }
	);

test.each(['approve school-bus --as Ana --role lawyer', 'prune car-stop'])(
	'"%s" leaves each text as it was where there is no room to write it',
	(line) => {
		const content = aContent();
		const { status, stderr } = runShortOfRoom(content, line);
		expect(stderr).toContain('the file would be larger than you may write');
		expect(status).toBe(1);
		for (const path of globSync('**/*.{md,yaml,json}', { cwd: content })) {
			expect(readFileSync(join(content, path), 'utf8'), path).toBe(
				readFileSync(join('src/content', path), 'utf8')
			);
		}
		expect(globSync('**/*.new', { cwd: content })).toEqual([]);
	}
);
