import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { copyGoodContent } from '#tests/support/publisher/content-fixture.ts';
import { compile } from '#tests/support/publisher/content-folder.ts';
import type { NewArticle } from './contract/new-article.ts';
import type { NewFact } from './contract/new-fact.ts';
import { createEditorCore } from './create-editor-core.ts';

const ANA = { name: 'Ana', email: 'ana@example.org', role: 'editor' };
const GUIDE = 'guides/bus-stop/en.md';
const FORM: NewArticle = {
	kind: 'guide',
	slug: 'gate-closed',
	fields: {
		title: 'The gate is closed',
		summary: 'What to do at a closed gate.',
		level: 'school',
		audiences: ['family'],
		scenario: 'S13',
		urgency: 'prepare',
		statusAsOf: '2025'
	},
	blocks: [
		{ anchor: 'why', heading: 'Why', items: ['A city rule names the gates. {1.02}'] },
		{
			anchor: 'do',
			heading: 'Do',
			items: ['Wait. {1.01}', 'Look at the sign. {1.02}', 'Ask. {practice}']
		},
		{ anchor: 'call', heading: 'Call', items: ['contact:help-line {1.02}'] }
	],
	links: ['door-rule'],
	newSources: [],
	note: {
		what: 'A guide for a closed gate is new.',
		why: 'People asked what to do there.',
		doNow: 'Read it before you go.',
		before: 'There was no guide for it.',
		importance: 'major'
	},
	languages: []
};

async function aCore({ isWatched = false } = {}) {
	const folder = mkdtempSync(join(tmpdir(), 'handrail-core-'));
	const content = join(folder, 'content');
	copyGoodContent(content);
	const core = await createEditorCore({
		content,
		state: join(folder, 'state'),
		published: join(folder, 'published'),
		...(isWatched && { watch: join(folder, 'watch') }),
		now: () => new Date('2026-11-24T15:00:00Z'),
		quietMs: 1
	});
	onTestFinished(async () => {
		await core.close();
		rmSync(folder, { recursive: true, force: true });
	});
	return { core, content, folder };
}

test('a form of a name that is taken writes over nothing', async () => {
	const { core } = await aCore();
	const { id } = await core.startDraft('Bus', ANA);
	const made = await core.createArticle(id, { ...FORM, slug: 'bus-stop', languages: ['es'] }, ANA);
	expect(made.paths).toEqual([]);
	expect([...(await core.draftTexts(id)).keys()]).toEqual([]);
});

test('an edit in a draft is checked, kept, and seen by whatever reads that draft alone', async () => {
	const { core, content, folder } = await aCore();
	const before = readFileSync(join(content, GUIDE), 'utf8');
	const { id } = await core.startDraft('Bus', ANA);
	const edit = { type: 'set-item', item: 'do.3', source: 'Get on the bus.' } as const;
	const kept = await core.keep({ draft: id, path: GUIDE, revision: 0, edit, by: 'Ana' });
	expect(kept.state).toBe('kept');
	const text = kept.state === 'kept' ? kept.file.text : '';

	const [problem] = await core.checkFile(GUIDE, text, id);
	expect(problem).toMatchObject({ problem: 'no fact marker', place: { item: 'do.3' } });
	const whole = await core.checkCorpus(1, id);
	expect(whole.diagnostics.find(({ severity }) => severity === 'problem')).toEqual(problem);
	expect((await core.checkCorpus(2)).diagnostics.filter((it) => it.severity === 'problem')).toEqual(
		[]
	);
	const answer = await core.makeEdition(id);
	expect(answer.state).toBe('has-problems');
	expect((await core.readDocument(GUIDE))?.text).toBe(before);
	expect((await core.readDocument(GUIDE, id))?.text).toBe(text);
	expect(readFileSync(join(folder, 'state/.gitignore'), 'utf8')).toBe('*\n');
	expect(await core.commit(id, 'content: x', ANA)).toEqual({ state: 'no-repository' });
});

test('an edit makes approvals void; its writer may not approve it, two others may', async () => {
	const { core } = await aCore();
	const first = await core.approvals(GUIDE);
	expect(first).toMatchObject({ missing: 0, rows: [{ state: 'standing' }, { state: 'standing' }] });
	const { id } = await core.startDraft('Bus', ANA);
	const edit = { type: 'set-item', item: 'do.3', source: 'Step on. {practice}' } as const;
	await core.keep({ draft: id, path: GUIDE, revision: 0, edit, by: 'Ana' });
	const [row] = (await core.approvals(GUIDE, id))?.rows ?? [];
	expect(row).toMatchObject({ state: 'void', changedSince: [{ part: '{#do}' }] });
	const approve = (name: string, revision: number) =>
		core.approve({ draft: id, path: GUIDE, revision, name, role: 'editor' });
	expect(await approve('ANA', 1)).toEqual({ ok: false, code: 'last-author' });
	expect(await approve('Dan', 1)).toMatchObject({ ok: true, value: { state: 'kept' } });
	expect(await approve('Dan', 2)).toEqual({ ok: false, code: 'approved-already' });
	expect(await approve('Eve', 1)).toMatchObject({ ok: true, value: { state: 'conflict' } });
	expect(await approve('Eve', 2)).toMatchObject({ ok: true });
	expect(await core.approvals(GUIDE, id)).toMatchObject({ missing: 0, lastAuthors: ['Ana'] });
});

test('a new guide is written with both ends of its links and a note, and passes the check', async () => {
	const { core, content } = await aCore();
	const { id } = await core.startDraft('Gate', ANA);
	const made = await core.createArticle(id, FORM, ANA);
	expect(made.diagnostics).toEqual([]);
	expect(made.paths).toEqual([
		'guides/gate-closed/en.md',
		'changes/2026-11-24-gate-closed/en.yaml',
		'directives/door-rule/en.md'
	]);
	const document = await core.readDocument('guides/gate-closed/en.md', id);
	const value = (name: string) => document?.fields.find((it) => it.name === name)?.value;
	expect([value('sources'), value('confidence'), value('checkedOn')]).toEqual([
		['city-law'],
		'high',
		null
	]);
	expect(document?.blocks.map((it) => it.id)).toEqual(['do', 'call', 'why']);
	expect(existsSync(join(content, 'guides/gate-closed'))).toBe(false);
});

test('what a form leaves out is named', async () => {
	const { core } = await aCore();
	const { id } = await core.startDraft('Gate', ANA);
	const { summary: _left, ...fields } = FORM.fields;
	const form: NewArticle = { ...FORM, fields, blocks: FORM.blocks.slice(1), languages: ['es'] };
	const { diagnostics } = await core.createArticle(id, form, ANA);
	expect(diagnostics.map(({ problem }) => problem)).toEqual(
		expect.arrayContaining(['summary is missing', 'the block {#why} is missing'])
	);
});

test('the dashboard says what waits, and an edition what phones would get', async () => {
	const { core } = await aCore();
	const { id } = await core.startDraft('Gate', ANA);
	await core.createArticle(id, FORM, ANA);
	const shown = await core.dashboard(id);
	expect(shown).toMatchObject({
		today: '2026-11-24',
		next: { problems: 0, changed: [] }
	});
	expect(shown.waiting.map((it) => it.id)).toContain('guide/gate-closed');
	expect(shown.notices).toContainEqual(
		expect.objectContaining({ id: 'change/2026-11-24-gate-closed', notify: 'none' })
	);
	expect(shown.drafts).toMatchObject([{ id, uncommitted: expect.arrayContaining([]) as string[] }]);
	const made = await core.makeEdition(id);
	if (made.state !== 'made') throw new Error(JSON.stringify(made));
	const english = made.languages.find(({ lang }) => lang === 'en');
	expect(english?.bytes).toBeGreaterThan(500);
	expect(english?.newBytes).toBeGreaterThan(0);
	expect(made.unapproved.map((it) => it.id)).toContain('guide/gate-closed');
});

test('an alarm of the watch is at its source, and no watch is not the same as no alarm', async () => {
	const { core, folder } = await aCore({ isWatched: true });
	const tasks = join(folder, 'watch/tasks');
	mkdirSync(tasks, { recursive: true });
	expect((await core.dashboard()).alarms).toEqual([]);
	const task = {
		...{ id: 'city-law.quote-gone', kind: 'quote-gone', severity: 'high', subject: 'city-law' },
		...{ url: 'javascript:alert(1)', title: 'The quote is gone', details: ['- "a rule"'] },
		...{ finding: 'x', openedAt: '2026-11-23T04:00:00Z', seenAt: '2026-11-24T04:00:00Z' }
	};
	writeFileSync(join(tasks, 'city-law.quote-gone.json'), JSON.stringify(task));
	const [alarm, ...others] = (await core.dashboard()).alarms ?? [];
	expect(others).toEqual([]);
	expect(alarm).toMatchObject({ path: 'sources/city-law.yaml', openedOn: '2026-11-23' });
	expect(alarm).not.toHaveProperty('url');
	// a person may have edited one, and written half of it
	writeFileSync(join(tasks, 'half.page-gone.json'), '{"id": ');
	expect((await core.dashboard()).alarms).toEqual([
		{
			...{ id: 'half.page-gone.json', source: 'half.page-gone.json', severity: 'unreadable' },
			said: expect.stringContaining('half.page-gone.json is no task') as unknown,
			details: []
		},
		alarm
	]);
	expect((await (await aCore()).core.dashboard()).alarms).toBeUndefined();
});

const FACT: NewFact = {
	topic: '1. An invented rule',
	statement: 'The gate opens at nine.',
	quote: 'gates open at nine',
	confidence: 'medium',
	note: '',
	source: {
		...{
			slug: 'gate-page',
			title: 'Gates',
			publisher: 'The city',
			url: 'https://example.org/gates'
		},
		...{ type: 'law', copy: 'original', grade: 'official', docDate: '2026-10' },
		retrievedOn: '2026-11-20'
	}
};

test('a fact and its source come from a form, and can be used at once', async () => {
	const { core } = await aCore();
	const { id } = await core.startDraft('Gate', ANA);
	expect(await core.createFact(id, FACT, ANA)).toEqual({ state: 'added', id: '1.07' });
	expect(await core.facts('gate opens', id)).toMatchObject([
		{ id: '1.07', quote: 'gates open at nine', sourceUrl: 'https://example.org/gates' }
	]);
	expect((await core.readDocument('sources/gate-page.yaml', id))?.fields).toContainEqual(
		expect.objectContaining({ name: 'facts', value: ['1.07'] })
	);
	const second = { ...FACT, topic: 'Gates', source: 'gate-page' };
	expect(await core.createFact(id, second, ANA)).toEqual({ state: 'added', id: '2.01' });
	expect(await core.facts('2.01', id)).toMatchObject([{ topic: '2. Gates' }]);
	expect((await core.factChoices(id)).topics).toContain('2. Gates');
});

test('a fact of one draft is not offered in another', async () => {
	const { core } = await aCore();
	const { id } = await core.startDraft('Gate', ANA);
	const { id: other } = await core.startDraft('Bus', ANA);
	await core.createFact(id, FACT, ANA);
	expect(await core.facts('gate opens', other)).toEqual([]);
	expect(await core.facts('gate opens')).toEqual([]);
	expect(await core.facts('gate opens', id)).toHaveLength(1);
	await core.dropDraft(id);
	await core.startDraft('Gate', ANA);
	expect(await core.facts('gate opens', id)).toEqual([]);
});

test('a fact that the compiler would refuse is not written', async () => {
	const { core } = await aCore();
	const { id } = await core.startDraft('Gate', ANA);
	if (typeof FACT.source === 'string') throw new Error('no source');
	const wrong = { ...FACT, source: { ...FACT.source, url: 'the city page', retrievedOn: '20/11' } };
	const result = await core.createFact(id, wrong, ANA);
	const { diagnostics } = result.state === 'has-problems' ? result : { diagnostics: [] };
	expect(diagnostics.map(({ problem }) => problem)).toEqual([
		'retrievedOn is not a date',
		expect.stringContaining('url')
	]);
	expect((await core.listDrafts())[0]?.paths).toEqual([]);
	const taken = { ...FACT, source: { ...FACT.source, slug: 'city-law' } };
	expect(await core.createFact(id, taken, ANA)).toEqual({
		state: 'refused',
		reason: 'has-such-source'
	});
	expect(await core.createFact(id, { ...FACT, source: 'no-such' }, ANA)).toMatchObject({
		reason: 'no-such-source'
	});
});

test('a link that lacks its other end is mended in the other file', async () => {
	const { core } = await aCore();
	const { id } = await core.startDraft('Bus', ANA);
	const other = 'directives/door-rule/en.md';
	const remove = { type: 'set-field', path: ['guides'], value: [] } as const;
	await core.keep({ draft: id, path: other, revision: 0, edit: remove, by: 'Ana' });
	const { diagnostics } = await core.checkCorpus(1, id);
	const fix = diagnostics.flatMap((it) => it.fixes).find((it) => it.path === other);
	if (!fix) throw new Error(JSON.stringify(diagnostics));
	const { edit } = fix;
	const kept = await core.keep({ draft: id, path: other, revision: 1, edit, by: 'Ana' });
	expect(kept.state).toBe('kept');
	const left = await core.checkCorpus(2, id);
	expect(left.diagnostics.length).toBeLessThan(diagnostics.length);
});

test('facts are found by their words', async () => {
	const { core } = await aCore();
	const all = await core.facts('');
	const [first] = await core.facts('1.01');
	expect(all.length).toBeGreaterThan(3);
	expect(first).toMatchObject({ id: '1.01', isWeak: false });
	expect(await core.facts('no such words at all')).toEqual([]);
	expect((await core.listTexts()).map(({ path }) => path)).toContain('sources/city-law.yaml');
});

test('one tap fills in the hashes of a translation as the command does', async () => {
	const { core, content } = await aCore();
	const path = 'guides/front-door/es.md';
	const open = readFileSync(join(content, path), 'utf8')
		.replace(/, sourceParts: "[^"]*"/, '')
		.replace(/sourceHash: "?[0-9a-f]{64}"?/, `sourceHash: "${'0'.repeat(64)}"`);
	const { id } = await core.startDraft('Door', ANA);
	const before = (await core.openFile(id, path))?.text ?? '';
	const span = { from: 0, to: before.length };
	const typed = { type: 'replace-text', span, text: open } as const;
	await core.keep({ draft: id, path, revision: 0, edit: typed, by: 'Ana' });
	const found = await core.checkFile(path, open, id);
	const fix = found.flatMap(({ fixes }) => fixes).find(({ code }) => code === 'fill-hash');
	if (!fix) throw new Error(JSON.stringify(found));
	const edit = fix.edit;
	const kept = await core.keep({ draft: id, path, revision: 1, edit, by: 'Ana' });

	writeFileSync(join(content, path), open);
	compile('hash', '--content', content, '--write');
	const byCommand = readFileSync(join(content, path), 'utf8');
	expect(byCommand).toContain('sourceParts');
	expect(kept.state === 'kept' && kept.file.text).toBe(byCommand);
});
