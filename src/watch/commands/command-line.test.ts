import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyGoodContent } from '#tests/support/publisher/content-fixture.ts';
import { aTemporaryFolder } from '#tests/support/publisher/temporary-folder.ts';
import { aRecordedHost } from '#tests/support/server/recorded-host.ts';
import { Refusal } from '../../compiler/base/refusal.ts';
import { UsageError } from '../../compiler/base/usage-error.ts';
import { report } from '../../compiler/commands/report.ts';
import { runWatch } from './command-line.ts';

/** The good content with one source, whose page is on this machine. */
async function aContent() {
	const folder = aTemporaryFolder();
	const content = join(folder, 'content');
	copyGoodContent(content);
	const host = await aRecordedHost({ '/rule': { body: '<p>The page says something else.</p>' } });
	const file = join(content, 'sources/city-law.yaml');
	const text = readFileSync(file, 'utf8').replace(/^url: .*$/m, `url: "${host.origin}/rule"`);
	writeFileSync(file, text);
	return { content, state: join(folder, 'state'), host };
}

const LINES: string[] = [];
const anIo = (at = '2026-11-30T04:00:00Z') => {
	LINES.length = 0;
	const print = (line: string) => LINES.push(line);
	return { print, printError: print, now: () => new Date(at), key: () => undefined };
};

test('asks for a folder, for a command that it knows, and for flags that it knows', async () => {
	await expect(runWatch(['sources'], anIo())).rejects.toThrow('--state is missing');
	await expect(runWatch(['source'], anIo())).rejects.toThrow('Did you mean "sources"?');
	await expect(runWatch(['sources', '--sate', 'x'], anIo())).rejects.toThrow(UsageError);
	await expect(runWatch(['close', '--state', 'x', 'a'], anIo())).rejects.toThrow('--as is missing');
});

test('keeps nothing beside the content, and asks nobody in the name of a demo', async () => {
	const { content, state, host } = await aContent();
	const words = ['city-law', '--content', content];
	const inside = join(content, 'state');
	await expect(runWatch(['sources', ...words, '--state', inside], anIo())).rejects.toThrow(Refusal);
	mkdirSync(join(content, '../.git'));
	await expect(runWatch(['sources', ...words, '--state', state], anIo())).rejects.toThrow(
		'lies in'
	);
	const elsewhere = aTemporaryFolder();
	const args = ['sources', ...words, '--state', elsewhere, '--contact', 'http://localhost:1'];
	await expect(runWatch(args, anIo())).rejects.toThrow('--contact');
	expect(host.asked).toEqual([]);
});

test('reads one source by its name, and ends with 1 while a quote is gone', async () => {
	const { content, state } = await aContent();
	const where = ['--content', content, '--state', state];
	const args = ['sources', 'city-law', ...where, '--contact', 'mailto:editors@guides.example'];
	expect(await runWatch(args, anIo())).toBe(0);
	expect(LINES[0]).toMatch(/^1 source read/);
	expect(LINES[1]).toBe('1 finding to be confirmed by a second reading.');
	expect(await runWatch(args, anIo('2026-11-30T10:00:00Z'))).toBe(1);
	expect(LINES).toContain('new (high): city-law.quote-gone: A quote is not there.');

	// the report of editors lists it
	const io = anIo();
	await report(
		{ content, json: false, tasks: join(state, 'tasks') },
		{ ...io, passphrase: never, newPassphrase: never, confirm: never, fetch, operatorToken }
	);
	expect(LINES.at(-1)).toMatch(/^1 task for editors\n {2}high {2}city-law\.quote-gone, since 2026/);

	const close = ['close', 'city-law.quote-gone', ...where, '--as', 'Ana', '--note', 'reworded'];
	expect(await runWatch(close, anIo())).toBe(0);
	await expect(runWatch(close, anIo())).rejects.toThrow('was closed by Ana');
	expect(await runWatch(args, anIo('2026-11-30T20:00:00Z'))).toBe(0);
});

const never = () => Promise.reject(new Error('not asked for'));
const operatorToken = () => undefined;
