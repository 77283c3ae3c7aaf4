import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkCorpus } from '../../../compiler/check/check-corpus.ts';
import { sortDiagnostics } from '../../../compiler/base/diagnostic.ts';
import { parseCorpus } from '../../../compiler/read/parse-corpus.ts';
import { ParsedBefore } from '../../../compiler/read/parsed-before.ts';
import { GOOD_CONTENT } from '#tests/support/publisher/content-fixture.ts';
import { overlaid } from '../../../compiler/read/source-file.ts';
import { ContentFolder } from '../content/content-folder.ts';
import { toDocument } from '../document/to-document.ts';
import { applyEdit } from '../edits/apply-edit.ts';
import { checkFile } from './check-file.ts';
import { CorpusChecker } from './corpus-checker.ts';
import { filledText } from './filled-text.ts';
import { isoDay } from '../../../compiler/read/yaml/iso-day.ts';
import { toEditorDiagnostic } from './to-editor-diagnostic.ts';

const folder = new ContentFolder(GOOD_CONTENT);
const sources = folder.sources();
const before = new ParsedBefore();
const corpus = parseCorpus(sources, before).value;

const GUIDE = 'guides/bus-stop/en.md';
const SPANISH = 'guides/front-door/es.md';
const englishOf = (path: string) => path.replace(/[^/]+$/, 'en.md');
const textOf = (path: string): string => sources.find((it) => it.path === path)?.text ?? '';

/** What is found of a file with other words in it: by itself, and by a check of everything. */
function found(path: string, from: string | RegExp, to: string) {
	const text = textOf(path).replace(from, to);
	expect(text, `${path} has ${String(from)}`).not.toBe(textOf(path));
	const english = folder.fileOf(englishOf(path), textOf(englishOf(path)));
	const alone = checkFile(folder.fileOf(path, text), english, corpus, before);
	const all = parseCorpus(overlaid(sources, new Map([[path, text]]), folder.folder), before);
	const whole = sortDiagnostics([...all.diagnostics, ...checkCorpus(all.value)]);
	const document = toDocument(path, text);
	const pathOf = (name: string) => folder.pathOf(name);
	const fieldOf = (at: string, field: string) =>
		toDocument(at, textOf(at))?.fields.find(({ name }) => name === field)?.value;
	const filled = () => filledText(folder.fileOf(path, text), english);
	const dayOf = (source: string) => corpus.sources.get(source)?.fields.docDate ?? undefined;
	const original = () => toDocument(englishOf(path), textOf(englishOf(path)));
	const context = { pathOf, fieldOf, filled, dayOf, english: original };
	const shown = (alone.length > 0 ? alone : whole).map((it) =>
		toEditorDiagnostic(it, folder.pathOf(it.file) ?? path, document, context)
	);
	return { text, alone, whole, shown };
}

test('a text as it stands has no problem of its own', () => {
	for (const path of [GUIDE, SPANISH, 'directives/door-rule/en.md', 'contacts/help-line/en.yaml']) {
		const file = folder.fileOf(path, textOf(path));
		const english = folder.fileOf(englishOf(path), textOf(englishOf(path)));
		expect(checkFile(file, english, corpus)).toEqual([]);
	}
});

const FIXED: readonly (readonly [string, string, string | RegExp, string])[] = [
	['a fact that does not exist', GUIDE, /\{1\.02\}/, '{1.92}'],
	['no marker', GUIDE, / \{practice\}/, ''],
	['a marker that is none', GUIDE, /\{practice\}/, '{Practise}'],
	['a word of no list', GUIDE, /^level: \w+$/m, 'level: scool'],
	['a field that is misspelt', GUIDE, /^urgency:/m, 'urgancy:'],
	['a day as people write it', GUIDE, /^reviewBy: .*$/m, 'reviewBy: 12/5/2026'],
	['a character that nobody can see', GUIDE, /^title: "?/m, '$&\u200B'],
	['an anchor', GUIDE, '{#why}', '{#whi}'],
	['a slug', GUIDE, /^slug: .*$/m, 'slug: other-stop'],
	[
		'a hash that is open',
		SPANISH,
		/sourceHash: "?[0-9a-f]{64}"?/,
		`sourceHash: "${'0'.repeat(64)}"`
	],
	['another marker than the English', SPANISH, / \{practice\}/, ' {1.04}'],
	['a field of the English', SPANISH, /^title/m, 'level: school\ntitle'],
	['a day that is missing', GUIDE, /^statusAsOf: .*\n/m, ''],
	['a check that is missing', GUIDE, /^checkedOn: .*\n/m, ''],
	['blocks that are out of order', GUIDE, /^(## \w.*?\{#do\}.*?\n\n)(## .*?\n\n)/ms, '$2$1'],
	['a block that is not translated', SPANISH, /^## .*\{#why\}[^]*?(?=^## |\s*$(?![^]))/m, '']
];

test.each(FIXED)('%s is found at once, and mended by one tap', (_name, path, from, to) => {
	const { text, alone, whole, shown } = found(path, from, to);
	expect(alone.length).toBeGreaterThan(0);
	// no false alarm
	expect(whole).toEqual(expect.arrayContaining(alone));
	const fixable = shown.find(({ fixes }) => fixes.length > 0);
	const fix = fixable?.fixes[0];
	if (!fixable || !fix) throw new Error(JSON.stringify(shown));
	const edited = applyEdit(path, text, fix.edit);
	if (!edited.ok) throw new Error(edited.code);
	const english = folder.fileOf(englishOf(path), textOf(englishOf(path)));
	const left = checkFile(folder.fileOf(path, edited.value.text), english, corpus);
	expect(left.map(({ problem }) => problem)).not.toContain(fixable.problem);
});

test('a problem is at its field', () => {
	const { shown } = found(GUIDE, / \{practice\}/, '');
	expect(shown[0]).toMatchObject({ problem: 'no fact marker', place: { item: 'do.3' } });
	expect(found(GUIDE, /^level: \w+$/m, 'level: x').shown[0]).toMatchObject({
		place: { field: 'level' }
	});
});

test.each([
	['2026-1-5', '2026-01-05'],
	['1/5/2026', '2026-01-05'],
	['Dec. 24, 2026', '2026-12-24'],
	['December 24 2026', '2026-12-24'],
	['2026-02-30', undefined],
	['24 or 25', undefined]
])('%s is the day %s', (text, day) => {
	expect(isoDay(text)).toBe(day);
});

let checker: CorpusChecker;
beforeAll(() => {
	checker = new CorpusChecker(1);
});
afterAll(() => checker.close());

test('a thread checks the whole corpus, and answers the newest question alone', async () => {
	const asked = { content: GOOD_CONTENT, over: [], today: '2026-11-30' };
	const broken = [[GUIDE, textOf(GUIDE).replace(/\{1\.02\}/, '{1.92}')]] as const;
	const [first, second] = await Promise.all([
		checker.check(asked),
		checker.check({ ...asked, over: broken })
	]);
	expect(first).toBeUndefined();
	expect(second?.problems.map(({ problem }) => problem)).toContain('there is no fact "1.92"');
	expect((await checker.check(asked))?.problems).toEqual([]);
}, 60_000);
