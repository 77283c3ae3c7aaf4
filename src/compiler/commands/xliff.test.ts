import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aTemporaryFolder } from '#tests/support/publisher/temporary-folder.ts';
import type { Io } from '../base/io.ts';
import { parseCorpus } from '../read/parse-corpus.ts';
import { readSources } from '../read/read-sources.ts';
import { xliff, type XliffOptions } from './xliff.ts';

const GUIDE = 'guides/car-stop';

/** The guide about a car stop alone, with its Spanish. */
function aDesk() {
	const folder = aTemporaryFolder();
	const content = join(folder, 'content');
	mkdirSync(join(content, 'evidence'), { recursive: true });
	mkdirSync(join(content, GUIDE), { recursive: true });
	for (const path of ['publisher.json', `${GUIDE}/en.md`, `${GUIDE}/es.md`]) {
		cpSync(join('src/content', path), join(content, path));
	}
	const said: string[] = [];
	const print = (line: string): void => void said.push(line);
	const io = {
		...{ print, printError: print, now: () => new Date('2026-11-30T12:00:00Z') }
	} as unknown as Io;
	const run = (action: string, more: Partial<XliffOptions> = {}) =>
		xliff(
			{
				...{ content, action, words: [], lang: undefined, version: undefined },
				...{ to: undefined, by: undefined, ...more }
			},
			io
		);
	const at = (path: string): string => join(content, path);
	const out = join(folder, 'out', 'es.xlf');
	return { run, said, out, read: (path: string) => readFileSync(at(path), 'utf8'), at, content };
}

describe('xliff', () => {
	test.each(['1.2', '2.0'])(
		'XLIFF %s goes out, one sentence is changed, and that alone comes back',
		async (version) => {
			const { run, said, out, read, content } = aDesk();
			await run('export', { lang: 'es', to: out, version });
			const before = read(`${GUIDE}/es.md`);
			const [, old = ''] = /^6\. (.*?) \{/m.exec(before) ?? [];
			writeFileSync(
				out,
				readFileSync(out, 'utf8').replace(`>${old} `, '>Mantenga la calma &amp; espere. ')
			);

			expect(await run('import', { words: [out], by: 'Ana López' })).toBe(0);
			const after = read(`${GUIDE}/es.md`);
			const changed = after.split('\n').filter((line, index) => line !== before.split('\n')[index]);
			expect(changed).toEqual([
				expect.stringMatching(/^translation: .*method: draft, by: "Ana López", on: 2026-11-30\}$/),
				expect.stringMatching(/^6\. Mantenga la calma & espere\. \{/)
			]);
			expect(said.at(-2)).toMatch(/es\.md: a draft$/);
			const { diagnostics } = parseCorpus(readSources({ content }).value);
			expect(diagnostics.filter(({ file }) => file.endsWith('es.md'))).toEqual([]);
		}
	);

	test('a language that nobody has written yet begins with the words that go out', async () => {
		const { run, out, at, read } = aDesk();
		await run('export', { lang: 'fr', to: out, words: ['guide/car-stop'] });
		expect(existsSync(at(`${GUIDE}/fr.md`))).toBe(false);
		const done = readFileSync(out, 'utf8').replaceAll(
			/<source>([^]*?)<\/source>/g,
			(whole: string, words: string) => `${whole}<target>${words}</target>`
		);
		writeFileSync(out, done);
		await run('import', { words: [out], by: 'Luc' });
		expect(read(`${GUIDE}/fr.md`)).toMatch(/^---\ntitle: "Officers stop your car"\n/);
	});

	test('an English that has changed since makes a translation that is behind, and says so', async () => {
		const { run, said, out, at, read } = aDesk();
		await run('export', { lang: 'es', to: out });
		const [, hash = ''] = /sourceHash">([0-9a-f]{64})/.exec(readFileSync(out, 'utf8')) ?? [];
		writeFileSync(at(`${GUIDE}/en.md`), read(`${GUIDE}/en.md`).replace('Stay calm.', 'Be calm.'));
		writeFileSync(out, readFileSync(out, 'utf8').replace('<target>', '<target>Aquí: '));
		await run('import', { words: [out], by: 'Ana' });
		expect(said.at(-2)).toContain('of an English that has changed since');
		expect(read(`${GUIDE}/es.md`)).toContain(hash);
	});

	test('a line that the translator mended is not behind any more, and the others are', async () => {
		const { run, out, at, read, content } = aDesk();
		const english = read(`${GUIDE}/en.md`);
		writeFileSync(
			at(`${GUIDE}/en.md`),
			english.replace('Stay calm.', 'Be calm.').replace('Do not lie', 'Never lie')
		);
		await run('export', { lang: 'es', to: out, version: '1.2' });
		const behind = [...readFileSync(out, 'utf8').matchAll(/id="([^"]*)".*"needs-adaptation"/g)];
		expect(behind.map(([, id]) => id)).toEqual(['guide/car-stop#do.6', 'guide/car-stop#dont.2']);

		const mended = readFileSync(out, 'utf8').replace('>Mantenga la calma', '>Tenga calma');
		writeFileSync(out, mended);
		await run('import', { words: [out], by: 'Ana' });
		const { value } = parseCorpus(readSources({ content }).value);
		expect(value.guides.get('car-stop')?.get('es')?.behind).toEqual(['dont.2']);
	});

	test.each([
		[
			'a unit of no text',
			(xml: string) => xml.replaceAll('#do.1"', '#do.99"'),
			/do\.99 is no part/
		],
		[
			'a placeholder that is gone',
			(xml: string) => xml.replace(/(<target>[^<]*)<ph [^>]*\/>/, '$1'),
			/must have each placeholder of the English once/
		],
		[
			'another text',
			(xml: string) => xml.replaceAll('guide/car-stop', 'guide/x'),
			/no text "guide\/x"/
		]
	])('refuses %s, and writes nothing', async (_, alter, message) => {
		const { run, said, out, read } = aDesk();
		await run('export', { lang: 'es', to: out });
		const before = read(`${GUIDE}/es.md`);
		writeFileSync(out, alter(readFileSync(out, 'utf8')).replace('<target>', '<target>Aquí: '));

		await expect(async () => run('import', { words: [out], by: 'Ana' })).rejects.toThrow(
			/Nothing was written/
		);
		expect(said.join('\n')).toMatch(message);
		expect(read(`${GUIDE}/es.md`)).toBe(before);
	});

	test('a memory holds what a person has checked, and no draft', async () => {
		const { run, out, at, read } = aDesk();
		await expect(async () => run('tmx', { lang: 'es', to: out })).rejects.toThrow(
			/No person has checked/
		);
		writeFileSync(at(`${GUIDE}/en.md`), read(`${GUIDE}/en.md`).replace('Stay calm.', 'Be calm.'));
		const spanish = read(`${GUIDE}/es.md`).replace(
			/method: draft, by: ([^,]*), on: ([\d-]+)\}/,
			'method: draft, by: $1, on: $2, checkedBy: Bea, checkedOn: $2}'
		);
		writeFileSync(at(`${GUIDE}/es.md`), spanish);
		await run('tmx', { lang: 'es', to: out });
		expect(readFileSync(out, 'utf8')).toContain(
			'<tu tuid="guide/car-stop#title"><tuv xml:lang="en">'
		);
		// what it says is of another English
		expect(readFileSync(out, 'utf8')).not.toContain('guide/car-stop#do.6"');
	});

	test('the words of the glossary go out with what they mean', async () => {
		const { run, out, at } = aDesk();
		cpSync('src/content/terms/judges-warrant', at('terms/judges-warrant'), { recursive: true });
		await run('terms', { lang: 'es', to: out });
		const [head, row] = readFileSync(out, 'utf8').split('\r\n');
		expect(head).toBe('"source","target","developer_comments","translator_comments"');
		expect(row).toMatch(/^"[^"]*warrant[^"]*","[^"]*juez[^"]*",".*","A draft: /);
	});

	test.each<[string, Partial<XliffOptions>, RegExp]>([
		['nothing', {}, /Say what to do/],
		['export', {}, /--lang is ""/],
		['export', { lang: 'en' }, /--lang is "en"/],
		['export', { lang: 'es' }, /--to is missing/],
		['export', { lang: 'es', to: 'x', version: '2.1' }, /must be 1\.2 or 2\.0/],
		['export', { lang: 'es', to: 'x', words: ['guide/none'] }, /no text "guide\/none"/],
		['import', { by: 'Ana' }, /Name the file/],
		['import', { words: ['x'] }, /--by is missing/],
		['import', { words: ['x.xlf'], by: 'Ana' }, /no file x\.xlf/]
	])('says what is missing: %s %j', async (action, options, message) => {
		await expect(async () => aDesk().run(action, options)).rejects.toThrow(message);
	});
});
