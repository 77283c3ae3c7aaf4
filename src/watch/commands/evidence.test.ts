import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { WARCParser } from 'warcio';
import { copyGoodContent } from '#tests/support/publisher/content-fixture.ts';
import { aTemporaryFolder } from '#tests/support/publisher/temporary-folder.ts';
import { aRecordedHost } from '#tests/support/server/recorded-host.ts';
import { loadCorpus } from '../../compiler/check/load-corpus.ts';
import { sha256 } from '../../compiler/base/text-hash.ts';
import { runWatch } from './command-line.ts';

const QUOTE = 'nobody needs to open the door of a house to a visitor who does not show a paper';

/** The good content, one source of it on this machine, and two folders beside it. */
async function aContent() {
	const folder = aTemporaryFolder();
	const content = join(folder, 'content');
	const archive = join(folder, 'archive');
	copyGoodContent(content);
	const host = await aRecordedHost({
		'/law': { body: `<p>${QUOTE}.</p>`, headers: { 'content-type': 'text/html', 'x-by': 'test' } }
	});
	const file = join(content, 'sources/city-law.yaml');
	const yaml = readFileSync(file, 'utf8').replace(/^url: .*$/m, `url: "${host.origin}/law"`);
	writeFileSync(file, yaml);
	const lines: string[] = [];
	const print = (line: string) => lines.push(line);
	let at = '2026-11-30T14:00:00.000Z';
	const io = { print, printError: print, now: () => new Date(at), key: () => undefined };
	const where = ['--archive', archive, '--content', content];
	const read = async (now: string) => {
		at = now;
		const rest = ['--state', join(folder, 'state'), '--contact', 'https://guides.example'];
		await runWatch(['sources', 'city-law', ...where, ...rest], io);
	};
	const evidence = async (...words: string[]) => {
		lines.length = 0;
		return runWatch(['evidence', 'city-law', ...words, ...where], io);
	};
	const kept = () =>
		readdirSync(join(archive, 'city-law')).filter((name) => name.endsWith('.warc.gz'));
	return { host, content, archive, file, yaml, lines, read, evidence, kept };
}

test('keeps an answer as an archive would, and the same answer once', async () => {
	const { read, kept, archive, host } = await aContent();
	await read('2026-11-30T14:00:00.000Z');
	await read('2026-11-30T20:00:00.000Z');
	expect(kept()).toHaveLength(1);
	const bytes = readFileSync(join(archive, 'city-law', kept()[0] ?? ''));
	const records: unknown[] = [];
	for await (const record of new WARCParser([bytes])) {
		const body = new TextDecoder().decode(await record.readFully(true));
		const line = record.httpHeaders?.statusline;
		records.push([
			record.warcType,
			record.warcTargetURI,
			line,
			record.warcType === 'response' && body
		]);
	}
	expect(records).toEqual([
		['warcinfo', null, undefined, false],
		['response', `${host.origin}/law`, 'HTTP/1.1 200 OK', `<p>${QUOTE}.</p>`],
		['request', `${host.origin}/law`, 'GET /law HTTP/1.1', false]
	]);
});

test('notes the answer that has the quotes, on one line, and changes no other byte', async () => {
	const { read, evidence, file, yaml, lines, host, content, archive, kept } = await aContent();
	await read('2026-11-30T14:00:00.000Z');
	const hash = sha256(readFileSync(join(archive, 'city-law', kept()[0] ?? '')));
	host.answers.set('/law', { body: '<p>Something else.</p>' });
	await read('2026-12-01T14:00:00.000Z');
	expect(kept()).toHaveLength(2);
	expect(await evidence()).toBe(0);
	expect(readFileSync(file, 'utf8')).toBe(yaml);
	expect(await evidence('--write')).toBe(0);
	const line =
		`archived: {sha256: "${hash}", on: 2026-11-30}\n` +
		'words: {start: "nobody needs to open the door of a house to a visitor who does not show a paper"}\n';
	expect(readFileSync(file, 'utf8')).toBe(`${yaml}${line}`);
	expect(lines.join('\n')).toContain(`written: ${file}: archived: {sha256`);
	const problems = loadCorpus({ content }).diagnostics.filter((it) => it.file === file);
	expect(problems.map(({ problem }) => problem)).not.toContain('unknown field "archived"');

	host.answers.set('/law', { body: `<h1>New</h1><p>${QUOTE}.</p>` });
	await read('2026-12-02T14:00:00.000Z');
	await evidence('--write');
	expect(readFileSync(file, 'utf8').match(/^archived: .*$/gm)).toEqual([
		expect.stringContaining('on: 2026-12-02')
	]);

	host.answers.set('/law', { body: `<p>${QUOTE}.</p><p>${QUOTE}.</p>` });
	await read('2026-12-03T14:00:00.000Z');
	await evidence('--write');
	expect(readFileSync(file, 'utf8')).not.toContain('words:');
});

test('notes no file that is damaged, and none without the quotes', async () => {
	const { read, evidence, file, yaml, lines, archive, kept, host } = await aContent();
	host.answers.set('/law', { body: '<p>Something else.</p>' });
	await read('2026-11-30T14:00:00.000Z');
	await evidence('--write');
	expect(lines[0]).toBe('city-law: no answer with all its quotes is kept');
	host.answers.set('/law', { body: `<p>${QUOTE}.</p>` });
	await read('2026-12-01T14:00:00.000Z');
	writeFileSync(join(archive, 'city-law', kept().at(-1) ?? ''), 'x');
	expect(await evidence('--write')).toBe(1);
	expect(lines[0]).toContain('is not the file that was kept');
	expect(readFileSync(file, 'utf8')).toBe(yaml);
});

test('an archive that is not there is an error, and not an archive without answers', async () => {
	const { content, archive, evidence, lines } = await aContent();
	await expect(evidence()).rejects.toThrow(`There is no folder ${archive}. --archive names`);
	writeFileSync(archive, '');
	await expect(evidence('--write')).rejects.toThrow(/There is no folder/);
	const nowhere = ['--archive', content, '--content', content];
	const io = { print: () => 0, printError: () => 0, now: () => new Date(), key: () => undefined };
	await expect(runWatch(['evidence', 'city-lwa', ...nowhere], io)).rejects.toThrow(
		'There is no source "city-lwa"'
	);
	expect(lines).toEqual([]);
});

test('a list of answers that is damaged is named, and not written over', async () => {
	const { archive, read, evidence } = await aContent();
	await read('2026-11-30T14:00:00.000Z');
	const list = join(archive, 'city-law/kept.json');
	writeFileSync(list, readFileSync(list, 'utf8').slice(0, 40));
	await expect(evidence()).rejects.toThrow(/kept\.json is damaged\. Bring it back/);
});
