import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Article } from '#lib/edition/article.ts';
import { readAnchorFile } from '../../src/compiler/keys/anchor-file.ts';
import { folderFiles } from '../../src/compiler/verify/folder-files.ts';
import { verifyFiles } from '../../src/compiler/verify/verify-files.ts';
import { forge, NOW } from '../forgery/forge.ts';
import { CLAIM_ROWS } from '../forgery/claim-rows.ts';
import { ENTRY_ROWS } from '../forgery/entry-rows.ts';
import { LISTING_ROWS } from '../forgery/listing-rows.ts';
import type { Row } from '../forgery/row.ts';
import { SIGNATURE_ROWS } from '../forgery/signature-rows.ts';
import { phoneVerdict } from '../forgery/verdicts.ts';
import { readEdition, readPack } from './read-edition.ts';

const EXAMPLE = 'docs/example-edition';
const folder = folderFiles(join(EXAMPLE, 'published'));
const anchor = readAnchorFile(join(EXAMPLE, 'anchor.json'));
const REMEDY = 'The formats changed: npx node tests/formats/make-example.ts';

describe('the example of docs/formats.md', () => {
	test('is taken by a phone and by its publisher', async () => {
		if (!anchor) throw new Error(REMEDY);
		expect((await verifyFiles(folder, { anchor, now: NOW })).problems, REMEDY).toEqual([]);
		const files = new Map(folder.paths().map((path) => [path, folder.read(path)] as const));
		const whole = new Map([...files].flatMap(([path, it]) => (it ? [[path, it]] : [])));
		expect(await phoneVerdict({ files: whole, anchor }), REMEDY).toBe('takes');
	});

	test('is read by a reader that was written from the page alone', () => {
		const { root = '', floor = 1 } = anchor ?? {};
		const read = readEdition(folder.read, { root, floor }, NOW.getTime());
		expect(read.isCurrent).toBe(true);
		expect([...read.texts.keys()]).toEqual(['en', 'es', 'ar']);
		for (const { lang, count } of read.edition.languages) {
			const texts = read.texts.get(lang) ?? new Map<string, unknown>();
			const articles = [...texts].filter(([id]) => /^(guide|directive)\//.test(id));
			expect(articles).toHaveLength(count);
			for (const [id, article] of articles as [string, Article][]) {
				expect(`${article.kind}/${article.slug}`).toBe(id);
				// a translation, or the English blob
				expect([lang, 'en']).toContain(article.lang);
			}
			for (const { slug } of read.edition.changes) expect(texts.has(`change/${slug}`)).toBe(true);
		}
		const spanish = read.texts.get('es')?.get('guide/front-door') as Article;
		expect(spanish).toMatchObject({ lang: 'es', translation: { isDraft: true } });
		expect(
			readEdition(folder.read, { root, floor }, NOW.getTime() + 8 * 86_400_000).isCurrent
		).toBe(false);
	});

	test('has packs that hold the same texts', () => {
		const { root = '', floor = 1 } = anchor ?? {};
		const read = readEdition(folder.read, { root, floor }, NOW.getTime());
		for (const { lang } of read.edition.languages) {
			const names = readPack(folder.read, read, lang);
			const there = globSync(`${EXAMPLE}/published/{listing,blob}/*.json`);
			const known = there.map((path) => path.slice(-69, -5));
			expect(names.filter((name) => !known.includes(name))).toEqual([]);
			expect(names).toHaveLength((read.texts.get(lang)?.size ?? 0) + 1);
		}
	});

	test('needs no secret: its keys are sentences, and nothing private lies in the repository', () => {
		const texts = globSync(`${EXAMPLE}/**/*.{json,txt}`).map((path) => readFileSync(path, 'utf8'));
		expect(texts.join('\n')).not.toMatch(/PRIVATE KEY|"d":/);
	});
});

/** Whose outcome hangs on the types of fields, which a short reader does not look at, or on the pack. */
const isBeyondReader = ([name, , phone]: Row): boolean =>
	['malformed', 'no-such-language'].includes(phone) || name.includes('though the pack');
const ROWS = [...CLAIM_ROWS, ...ENTRY_ROWS, ...LISTING_ROWS].filter((it) => !isBeyondReader(it));

describe('the reader that was written from the page says what phones say', () => {
	test.each([...SIGNATURE_ROWS, ...ROWS])('of %s', async (_name, forgery, phone) => {
		const { files, anchor: own } = await forge(forgery);
		const read = () => readEdition((path) => files.get(path), own, NOW.getTime());
		if (phone === 'takes') expect(read).not.toThrow();
		else expect(read).toThrow();
	});
});
