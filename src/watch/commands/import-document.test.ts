import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyGoodContent } from '#tests/support/publisher/content-fixture.ts';
import { federalOrder } from '#tests/support/publisher/law-registers.ts';
import { aTemporaryFolder } from '#tests/support/publisher/temporary-folder.ts';
import type { Answer } from '../ask/answer.ts';
import { runWatch } from './command-line.ts';

function anImport(body: unknown, status = 200) {
	const folder = aTemporaryFolder();
	const content = join(folder, 'content');
	copyGoodContent(content);
	const lines: string[] = [];
	const asked: string[] = [];
	const print = (line: string) => lines.push(line);
	const askApi = (url: string): Promise<Answer> => {
		asked.push(url);
		const bytes = new TextEncoder().encode(JSON.stringify(body));
		const response = { url, status, statusText: '', headers: [], body: bytes };
		return Promise.resolve({ kind: 'answered', hops: [], response, requestHeaders: {} });
	};
	const now = () => new Date('2026-11-30T04:00:00Z');
	const run = (...words: string[]) =>
		runWatch([...words, '--content', content, '--state', join(folder, 'state')], {
			...{ print, printError: print, now, askApi, key: () => undefined }
		});
	const written = (path: string) => readFileSync(join(content, path), 'utf8');
	return { run, lines, asked, written };
}

test('begins a directive with what the register says, and asks for all the rest', async () => {
	const { run, lines, asked, written } = anImport(federalOrder());
	expect(await run('import', 'fr-2025-02006', 'interior-order')).toBe(0);
	expect(asked[0]).toMatch(/\/documents\/2025-02006\.json\?/);
	const directive = written('directives/interior-order/en.md');
	expect(directive).toContain(
		`officialName: Executive Order 14159, "Protecting the American People Against Invasion" (90 FR 8443)\n`
	);
	expect(directive).toMatch(/^issuer: Executive Office of the President$/m);
	expect(directive).toMatch(/^issuedOn: 2025-01-20$/m);
	expect(directive).not.toMatch(
		/^(?:title|summary|status|statusAsOf|confidence|inForceFrom|appliesTo)/m
	);
	const source = written('sources/fr-2025-02006.yaml');
	expect(source).toMatch(/^url: https:\/\/www\.federalregister\.gov\/documents\/2025\/01\/29\//m);
	expect(source).toMatch(/^docDate: 2025-01-29$/m);
	const said = lines.join('\n');
	for (const field of [
		'title',
		'summary',
		'statusAsOf',
		'confidence',
		'appliesTo',
		'retrievedOn'
	]) {
		expect(said).toContain(`${field} is missing`);
	}
	expect(said).not.toContain('issuer is missing');
});

test('writes over nothing', async () => {
	const { run, written } = anImport(federalOrder());
	await run('import', 'fr-2025-02006', 'interior-order');
	const before = written('directives/interior-order/en.md');
	await expect(run('import', 'fr-2025-02006', 'interior-order')).rejects.toThrow(
		'is there already'
	);
	await expect(run('import', 'fr-2025-02006', 'door-rule')).rejects.toThrow('is there already');
	expect(written('directives/interior-order/en.md')).toBe(before);
});

test('says what it cannot import, and which keys are not there', async () => {
	const { run } = anImport(federalOrder(), 404);
	await expect(run('import', 'fr-2025-02006', 'a-rule')).rejects.toThrow('status 404');
	await expect(run('import', 'council-1', 'a-rule')).rejects.toThrow('LEGISTAR_TOKEN');
	await expect(run('import', 'fr-2025-02006', '../a')).rejects.toThrow('no slug');
});

test('the feeds say which registers are left out, and end with 1 where one is down', async () => {
	const { run, lines } = anImport({ results: [federalOrder()] });
	expect(await run('feeds')).toBe(0);
	expect(lines[0]).toBe('City Council: left out, as LEGISTAR_TOKEN is not set.');
	// neither its name nor our words are in the fixture's directives
	expect(lines.filter((line) => line.startsWith('new:'))).toEqual([]);
	const { run: again, lines: said } = anImport({}, 503);
	expect(await again('feeds')).toBe(1);
	expect(said.at(-1)).toBe('Federal Register answers with status 503.');
});
