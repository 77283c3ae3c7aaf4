import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { copyGoodContent } from '#tests/support/publisher/content-fixture.ts';
import { createEditorCore } from '../create-editor-core.ts';

const ANA = { name: 'Ana', email: 'ana@example.org', role: 'translator' };
const BEN = { ...ANA, name: 'Ben' };
const PATH = 'guides/front-door/es.md';
const ENGLISH = 'guides/front-door/en.md';

/** A draft over content that is in a repository. */
async function aDraft(change: (english: string) => string = (it) => it) {
	const folder = mkdtempSync(join(tmpdir(), 'handrail-translate-'));
	const content = join(folder, 'content');
	mkdirSync(content);
	copyGoodContent(content);
	const git = (...args: string[]) =>
		spawnSync('git', ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@b.c', ...args]);
	git('init', '--quiet');
	git('add', '.');
	git('commit', '--quiet', '--message', 'Begin');
	const file = join(content, ENGLISH);
	writeFileSync(file, change(readFileSync(file, 'utf8')));
	git('commit', '--all', '--quiet', '--message', 'Change');
	const now = () => new Date('2026-11-26T15:00:00Z');
	const core = await createEditorCore({ content, state: join(folder, 'state'), now, quietMs: 1 });
	onTestFinished(async () => {
		await core.close();
		rmSync(folder, { recursive: true, force: true });
	});
	const { id: draft } = await core.startDraft('Door', ANA);
	const view = async (path = PATH) => {
		const seen = await core.translation(path, draft);
		if (!seen) throw new Error('no translation');
		return seen;
	};
	const lineOf = async (id: string, path = PATH) => {
		const line = (await view(path)).lines.find((it) => it.id === id);
		if (!line) throw new Error(`no line ${id}`);
		return line;
	};
	const translate = async (id: string, words: string, path = PATH, by = 'Ana') => {
		const was = (await lineOf(id, path)).target;
		return core.translate({ draft, path, line: id, was, words, by });
	};
	const textOf = async (path = PATH) => (await core.readDocument(path, draft))?.text ?? '';
	const left = async (path = PATH) =>
		(await view(path)).lines.filter(({ state }) => state !== 'same').map(({ id }) => id);
	return { core, draft, content, view, lineOf, translate, textOf, left };
}

const changedStep = (english: string): string =>
	english.replace('Keep the door closed. {1.01}', 'Keep your door closed. {1.01}');

test('the line whose English changed is behind, with what it said before, and no other', async () => {
	const { core, draft, left, lineOf, view, content } = await aDraft(changedStep);
	expect(await left()).toEqual(['do.1']);
	expect(await core.behind(draft)).toMatchObject([{ path: PATH, parts: ['do.1'] }]);
	const { changed, target } = await lineOf('do.1');
	expect(target).toBe('Deje la puerta cerrada. {1.01}');
	const struck = changed?.before.filter(({ isChanged }) => isChanged).map(({ text }) => text);
	expect([struck?.join('').trim(), changed?.after.map(({ text }) => text).join('')]).toEqual([
		'the',
		'Keep your door closed. {1.01}'
	]);
	expect((await view()).made).toEqual({ method: 'draft', by: 'Ana', on: '2026-11-24' });
	expect(readFileSync(join(content, PATH), 'utf8')).toContain('77e3f5');
});

test('a translated line is of the English of today, and every other byte of the text stays', async () => {
	const { left, translate, textOf } = await aDraft(changedStep);
	const before = await textOf();
	const result = await translate('do.1', 'Mantenga su puerta cerrada. {1.01}');
	expect(result).toMatchObject({ state: 'kept', view: { diagnostics: [] } });
	expect(await left()).toEqual([]);
	const others = (text: string) =>
		text.split('\n').filter((line) => !/^translation:|^1\. /.test(line));
	const after = await textOf();
	expect(others(after)).toEqual(others(before));
	const partsIn = (text: string) => /sourceParts: "([^"]*)"/.exec(text)?.[1]?.split(/, | /) ?? [];
	const [old, now] = [partsIn(before), partsIn(after)];
	expect(now.filter((it, index) => it !== old[index])).toHaveLength(1);
	expect(after).toContain('method: draft, by: "Ana", on: 2026-11-26');
});

test('a line that was read again and is right needs no other words', async () => {
	const { left, lineOf, translate, textOf } = await aDraft(changedStep);
	const { target } = await lineOf('do.1');
	const before = await textOf();
	await translate('do.1', target);
	expect(await left()).toEqual([]);
	expect((await textOf()).split('\n').slice(4)).toEqual(before.split('\n').slice(4));
});

test('a line that is new between two others moves neither of them', async () => {
	const add = (english: string) =>
		english
			.replace('2. Ask: ', '2. Wait a moment. {practice}\n3. Ask: ')
			.replace('3. Call 311', '4. Call 311');
	const { left, lineOf, translate, textOf } = await aDraft(add);
	expect(await left()).toEqual(['do.2']);
	expect(await lineOf('do.3')).toMatchObject({ target: 'Pregunte: "¿Quién es?" {practice}' });
	await translate('do.2', 'Espere un momento. {practice}');
	expect(await left()).toEqual([]);
	expect(await textOf()).toMatch(
		/^2\. Espere un momento\. \{practice\}\n3\. Pregunte: .*\n4\. Llame al 311/m
	);
});

test('a text that nobody has translated grows line by line, and no edition takes it before', async () => {
	const { core, draft, left, lineOf, translate, textOf } = await aDraft();
	const path = 'guides/bus-stop/es.md';
	expect(await textOf(path)).toBe('');
	const all = await left(path);
	await translate('title', 'Usted espera el autobús', path);
	expect(await left(path)).toEqual(all.slice(1));
	const problems = await core.checkFile(path, await textOf(path), draft);
	expect(problems).toMatchObject([{ problem: 'sourceHash is not filled in yet', fixes: [] }]);
	for (const id of all.slice(1)) {
		const { english } = await lineOf(id, path);
		// words that are right in both languages are said to be so
		const words = english.includes('311') ? english : `Así: ${english}`;
		expect(await translate(id, words, path)).toMatchObject({ state: 'kept' });
	}
	expect(await left(path)).toEqual([]);
	expect(await textOf(path)).not.toContain('0'.repeat(64));
});

test('two translators are in each other’s way in the same line alone', async () => {
	const { core, draft, lineOf, translate } = await aDraft(changedStep);
	const { target: was } = await lineOf('do.1');
	const other = await lineOf('do.2');
	await translate('do.1', 'Cierre su puerta. {1.01}', PATH, 'Ben');
	const mine = { draft, path: PATH, by: 'Ana' };
	const words = 'Deje cerrada su puerta. {1.01}';
	expect(await core.translate({ ...mine, line: 'do.1', was, words })).toMatchObject({
		state: 'conflict',
		by: 'Ben'
	});
	const ask = { ...mine, line: 'do.2', was: other.target, words: 'Pregunte quién es. {practice}' };
	expect(await core.translate(ask)).toMatchObject({ state: 'kept' });
	// asked again after an answer that was lost
	expect(await core.translate(ask)).toMatchObject({ state: 'kept' });
});

test('words that would be read as something else are refused', async () => {
	const { translate, textOf } = await aDraft();
	const before = await textOf();
	const result = await translate('do.1', 'Deje.\n\n## Otro {#do}');
	expect(result.state).toBe('refused');
	expect(await textOf()).toBe(before);
});

test('marks that were lost are a problem, which one tap mends', async () => {
	const { translate } = await aDraft();
	const result = await translate('do.1', 'Deje la puerta cerrada.');
	const { diagnostics } = result.state === 'kept' ? result.view : { diagnostics: [] };
	const lost = diagnostics.find(({ problem }) => /markers|marker/.test(problem));
	expect(lost).toMatchObject({ place: { item: 'do.1' } });
	expect(diagnostics.flatMap(({ fixes }) => fixes.map(({ to }) => to))).toContain('{1.01}');
});

test('it is a draft until somebody else has checked all of it', async () => {
	const { core, draft, translate, textOf } = await aDraft(changedStep);
	expect(await core.setChecked(draft, PATH, BEN)).toEqual({
		state: 'refused',
		reason: 'unfinished'
	});
	await translate('do.1', 'Deje su puerta cerrada. {1.01}');
	for (const name of ['ANA ', 'Aná']) {
		expect(await core.setChecked(draft, PATH, { ...ANA, name })).toEqual({
			state: 'refused',
			reason: 'own'
		});
	}
	expect(await core.setChecked(draft, PATH, BEN)).toMatchObject({
		state: 'kept',
		view: { made: { method: 'human', checkedBy: 'Ben' }, diagnostics: [] }
	});
	expect(await textOf()).toMatch(/method: human, by: "?Ana"?, on: 2026-11-26, checkedBy: "?Ben"?/);
	await translate('do.1', 'Deje cerrada su puerta. {1.01}', PATH, 'Ana');
	expect(await textOf()).toContain('method: draft');
	expect(await textOf()).not.toContain('checkedBy');
});

test('the words of the glossary are there for the lines that have them', async () => {
	const { view } = await aDraft((it) =>
		it.replace('Keep the door closed.', 'Keep the door closed to officers.')
	);
	const { terms, reading } = await view();
	expect(reading).toMatchObject({ scale: 'Szigriszt', limit: 65, isLowHard: true });
	for (const { slug, english } of terms) expect([slug, english].every(Boolean)).toBe(true);
});
