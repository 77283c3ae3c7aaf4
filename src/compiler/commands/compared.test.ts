import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aBuiltClone, aClone, keyOptions } from '#tests/support/publisher/compiler-clone.ts';
import { build } from './build.ts';
import { check } from './check.ts';
import { diff } from './diff.ts';
import { hash } from './hash.ts';
import { keys } from './keys.ts';

const GUIDE = 'guides/front-door/en.md';
const STEP = { from: 'Keep the door closed.', to: 'Keep the door shut.' };

/** An edition that is days old, so that no note of its day goes on counting. */
async function aPublishedClone() {
	const clone = await aBuiltClone();
	clone.waitUntil('2026-11-28T12:00:00Z');
	clone.edit('publisher.json', 'Example publisher', 'Another name');
	await build(clone.options, clone.io);
	clone.printed.length = 0;
	const compared = { content: clone.content, against: clone.out };
	return {
		...clone,
		compared,
		changeStep: () => clone.edit(GUIDE, STEP.from, STEP.to),
		addNote: (slug: string, article: string) => {
			const file = join(clone.content, 'changes/2026-11-24-door-words/en.yaml');
			cpSync(file, join(clone.content, `changes/${slug}/en.yaml`));
			clone.edit(`changes/${slug}/en.yaml`, '2026-11-24-door-words', slug);
			clone.edit(`changes/${slug}/en.yaml`, 'date: 2026-11-24', `date: ${slug.slice(0, 10)}`);
			clone.edit(`changes/${slug}/en.yaml`, '[front-door]', `[${article}]`);
		}
	};
}

describe('check, with a published edition', () => {
	test('finds nothing where nothing changed, and says with what it compared', async () => {
		const { compared, io, printed, out } = await aPublishedClone();
		expect(await check(compared, io)).toBe(0);
		expect(printed).toEqual([
			expect.stringMatching(/^0 problems and 0 notices /),
			'Author not known to Git: 1 of the approved texts.',
			'1 of 1 claims covered, in en and es.',
			`Compared with demo edition 2 in ${out}, English articles: 0 changed, 0 added, 0 withdrawn.`
		]);
	});

	test('a changed step needs a change note, and its translation is behind, by block', async () => {
		const { compared, io, printed, changeStep, content } = await aPublishedClone();
		changeStep();
		expect(await check(compared, io)).toBe(1);
		expect(printed[0]).toContain(
			`${content}/${GUIDE}:23: changed since edition 2 ({#do}), and no new change note names it\n`
		);
		expect(printed[1]).toContain(
			'guides/front-door/es.md:4: notice: the translation is behind in guide/front-door#do.1: ' +
				'the English changed since edition 2 ({#do})\n'
		);
		expect(printed[2]).toMatch(/^1 problem and 1 notice /);
	});

	test('a new note that names the article explains the change; one that is known does not', async () => {
		const { compared, io, printed, changeStep, addNote, edit } = await aPublishedClone();
		changeStep();
		const slug = '2026-11-28-door-again';
		addNote(slug, 'front-door');
		edit('guides/front-door/en.md', 'changes: [', `changes: [${slug}, `);
		expect(await check(compared, io)).toBe(0);
		expect(printed.join('\n')).toMatch(/: 1 changed, 0 added/);
	});

	test('an article that is gone needs a note', async () => {
		const { compared, io, printed, content } = await aPublishedClone();
		rmSync(join(content, 'directives/half-stopped'), { recursive: true });
		expect(await check(compared, io)).toBe(1);
		expect(printed.join('\n')).toContain(
			'publisher.json:1: "directive/half-stopped" was in edition 2 and is gone'
		);
	});

	test('a number that changed in a contact changed every guide that calls it', async () => {
		const { compared, io, printed, edit } = await aPublishedClone();
		edit('contacts/help-line/en.yaml', '212-555-0100', '212-555-0101');
		edit('contacts/help-line/en.yaml', '+12125550100', '+12125550101');
		expect(await check(compared, io)).toBe(1);
		const said = printed.join('\n');
		expect(said).toMatch(/bus-stop\/en\.md:\d+: changed since edition 2 \(contact:help-line\)/);
		expect(said).toMatch(/front-door\/en\.md:\d+: changed since edition 2 \(contact:help-line\)/);
		expect(said).toMatch(/^2 problems and 0 notices /m);
	});

	test('only a new review date is no change', async () => {
		const { compared, io, edit } = await aPublishedClone();
		edit('guides/bus-stop/en.md', 'checkedOn: 2026-11-20', 'checkedOn: 2026-11-27');
		expect(await check(compared, io)).toBe(0);
	});

	test('a translation that was not touched is noticed though it claims the new English', async () => {
		const { compared, io, printed, changeStep, content, edit } = await aPublishedClone();
		changeStep();
		const file = 'guides/front-door/es.md';
		const [was = ''] = /[0-9a-f]{64}/.exec(readFileSync(join(content, file), 'utf8')) ?? [];
		edit(file, was, '0'.repeat(64));
		await hash({ content, files: [], write: true }, io);
		await check(compared, io);
		expect(printed.join('\n')).toContain(
			`${content}/${file}:4: notice: the English changed since edition 2 ({#do}), and this text did not`
		);
	});

	test('a damaged file of the edition is said, and stops nothing', async () => {
		const { compared, io, printed, out } = await aPublishedClone();
		for (const name of readdirSync(join(out, 'blob'))) writeFileSync(join(out, 'blob', name), '{');
		expect(await check(compared, io)).toBe(0);
		expect(printed.at(-1)).toMatch(/Not compared, because it cannot be read: .*guide\/front-door/);
	});

	test('a folder that is named must hold an edition', () => {
		const { content, io, folder } = aClone();
		const nowhere = () => check({ content, against: folder }, io);
		expect(nowhere).toThrow(/holds no published edition/);
	});
});

describe('build, over a published edition', () => {
	test('with demo keys says that a note is missing, and goes on', async () => {
		const { options, io, printed, changeStep } = await aPublishedClone();
		changeStep();
		expect(await build(options, io)).toBe(0);
		expect(printed.join('\n')).toContain('notice: changed since edition 2 ({#do})');
	});
});

describe('diff', () => {
	test('shows a change word by word, by signs that need no colour', async () => {
		const { compared, io, printed, changeStep } = await aPublishedClone();
		changeStep();
		expect(await diff({ ...compared, json: false }, io)).toBe(0);
		expect(printed[0]).toBe(
			[
				'guide/front-door  en  changed',
				'  {#do}',
				'    - Keep the door [-closed.-]',
				'    + Keep the door {+shut.+}',
				''
			].join('\n')
		);
		expect(printed.join('')).not.toContain('\u001B');
	});

	test('shows it in colour on a terminal that has them', async () => {
		const { compared, io, printed, changeStep } = await aPublishedClone();
		changeStep();
		await diff({ ...compared, json: false }, { ...io, hasColours: true });
		expect(printed[0]).toContain('\u001B[32m{+shut.+}\u001B[0m');
	});

	test('says what came and what went, and which note says why', async () => {
		const { compared, io, printed, content, addNote } = await aPublishedClone();
		rmSync(join(content, 'directives/half-stopped'), { recursive: true });
		addNote('2026-11-28-half-stopped', 'half-stopped');
		await diff({ ...compared, json: false }, io);
		expect(printed[0]).toContain('change/2026-11-28-half-stopped  en  added\n');
		expect(printed[1]).toMatch(
			/^directive\/half-stopped {2}en {2}withdrawn {2}minor note 2026-11-28-half-stopped\n/
		);
	});

	test('gives the same to machines', async () => {
		const { compared, io, printed, changeStep, out } = await aPublishedClone();
		changeStep();
		await diff({ ...compared, json: true }, io);
		expect(JSON.parse(printed.join(''))).toMatchObject({
			against: { folder: out, version: 2, isDemo: true },
			texts: [
				{
					...{ id: 'guide/front-door', lang: 'en', state: 'changed', note: null },
					parts: [{ part: '{#do}', before: expect.any(String) as string }]
				}
			]
		});
	});

	test('says that nothing was compared where there is no edition', async () => {
		const { content, io, printed } = aClone();
		await diff({ content, json: false }, io);
		await diff({ content, json: true }, io);
		expect(printed).toEqual([
			'Nothing was compared with a published edition: name a published folder with --against.',
			'{"against":null}'
		]);
	});
});

describe('build, over a folder of other keys', () => {
	test('a demo edition is not continued with a publisher’s own keys: both ways on are named', async () => {
		const { options, io, folder, content } = await aPublishedClone();
		const own = { ...keyOptions(options), folder: join(folder, 'own') };
		await keys({ ...own, action: 'create' }, io);
		cpSync(join(folder, 'own/anchor.json'), join(content, 'anchor.json'));
		const first = build({ ...options, keys: own.folder, version: 9 }, io);
		await expect(first).rejects.toThrow(
			/holds demo edition 2, and these keys are your own\.\n.*first edition: delete .* --version 1\.\n.*published before: .*copy/
		);
	});

	test('nor an edition of own keys with demo keys', async () => {
		const { options, io, folder, approveAll, demoKeys } = aClone();
		const own = { ...keyOptions(options), folder: join(folder, 'own') };
		await keys({ ...own, action: 'create' }, io);
		await approveAll();
		await build({ ...options, keys: own.folder, version: 1 }, io);
		await demoKeys();
		await expect(build(options, io)).rejects.toThrow(/edition 1 of your own keys.*\n.*--keys/);
	});
});
