import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aClone } from '#tests/support/publisher/compiler-clone.ts';
import { hash } from './hash.ts';
import { report } from './report.ts';

describe('hash', () => {
	test('prints the hash of English texts, all or those named', async () => {
		const { content, io, printed } = aClone();
		const file = `${content}/guides/bus-stop/en.md`;
		await hash({ content, files: [file], write: false }, io);
		expect(printed).toEqual([expect.stringMatching(/^[0-9a-f]{64} {2}/)]);
		expect(printed[0]).toContain(file);
	});

	test('fills open hashes, and changes nothing else', async () => {
		const { content, io } = aClone();
		const file = join(content, 'directives/door-rule/es.md');
		const filled = readFileSync(file, 'utf8');
		writeFileSync(file, filled.replace(/sourceHash: "\w+"/, `sourceHash: "${'0'.repeat(64)}"`));
		await hash({ content, files: [], write: true }, io);
		expect(readFileSync(file, 'utf8')).toBe(filled);
	});

	test('takes one line for translated anew, and no other', async () => {
		const { content, io, printed, edit } = aClone();
		edit('guides/front-door/en.md', 'Keep the door closed.', 'Keep the door shut.');
		edit('guides/front-door/en.md', 'Please wait.', 'Please stay.');
		const file = `${content}/guides/front-door/es.md`;
		await hash({ content, files: [`${file}#do.1`], write: true }, io);
		await report({ content, json: false }, io);
		expect(printed.at(-1)).toMatch(/^1 line .*\n {2}guide\/front-door#say\.1: es\n/);
		await expect(async () =>
			hash({ content, files: [`${file}#do.9`], write: true }, io)
		).rejects.toThrow(/has no line "do\.9"/);
	});

	test('fills nothing where a file that was named is no text of this content', async () => {
		const { content, io, printed } = aClone();
		const files = [`${content}/guides/front-door/es.md#do.1`, 'elsewhere/guides/front-door/es.md'];
		await expect(async () => hash({ content, files, write: true }, io)).rejects.toThrow(
			/No text of .* is at elsewhere\/.*--site/
		);
		expect(printed).toEqual([]);
	});

	test('leaves a hash that a translator filled in', async () => {
		const { content, io, printed } = aClone();
		await hash({ content, files: [], write: true }, io);
		expect(printed).toEqual(['Filled the hashes of 0 translations.']);
	});
});
