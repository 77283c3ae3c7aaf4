import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { JsonValue, SourceDocument } from '../contract/document.ts';
import type { Edit } from '../contract/edits.ts';
import { toDocument } from '../document/to-document.ts';
import { applyEdit } from './apply-edit.ts';
import { withChanges } from './text-changes.ts';

const PATH = 'guides/bus/en.md';
const GUIDE = `---
kind: guide
title: "A bus: stopped" # a remark
sources: [city-law, 'news', "2025"]
overview: [{place: car, for: family, steps: [1, 3]}]
drawings: [car, wait, look]
checkedOn: null
approvedBy:
  - {name: "Ana", role: "editor", on: 2026-11-24, hash: "00"}
legalReview: {state: none}
---
## Do {#do}
1. Wait. {1.01}
2. Look. {practice}
3. Ask. {1.02, 1.03}

## Say {#say}
- "Who are you?" {practice}

## Why {#why}
The law says so. {1.01} It is old. {1.02}

Second. {1.03}
`;

function made(edit: Edit, text = GUIDE, path = PATH): string {
	const edited = applyEdit(path, text, edit);
	if (!edited.ok) throw new Error(edited.code);
	const { changes, undo, text: after } = edited.value;
	expect(withChanges(text, changes)).toBe(after);
	expect(withChanges(after, undo)).toBe(text);
	return after;
}

/** Lines that went and lines that came, by a comparison of the whole. */
function lines(edit: Edit, text = GUIDE): { gone: string[]; new: string[] } {
	const [before, after] = [text.split('\n'), made(edit, text).split('\n')];
	return {
		gone: before.filter((it) => !after.includes(it)),
		new: after.filter((it) => !before.includes(it))
	};
}

const setField = (path: (string | number)[], value: JsonValue): Edit => ({
	type: 'set-field',
	path,
	value
});

describe('an item', () => {
	test('changes with its line alone', () => {
		expect(lines({ type: 'set-item', item: 'do.2', source: 'Look\nback.  {1.01}' })).toEqual({
			gone: ['2. Look. {practice}'],
			new: ['2. Look back.  {1.01}']
		});
	});

	test.each(['# not a heading {1.01}', '1. not a list {1.01}', '- nor this {1.01}', '> nor that'])(
		'stays one item whatever Markdown makes of "%s"',
		(source) => {
			for (const item of ['do.2', 'why.2']) {
				const blocks = toDocument(PATH, made({ type: 'set-item', item, source }))?.blocks ?? [];
				expect(blocks.map(({ items }) => items.length)).toEqual([3, 1, 2]);
			}
		}
	);

	test('comes into a list with the number that follows, and with its drawing', () => {
		const after = made({
			type: 'add-item',
			block: 'do',
			after: 1,
			source: 'Sit. {1.01}',
			drawing: 'ask'
		});
		expect(after).toContain('1. Wait. {1.01}\n2. Sit. {1.01}\n3. Look. {practice}\n4. Ask.');
		expect(after).toContain('drawings: [car, ask, wait, look]');
		expect(after).toContain('steps: [1, 4]}]');
	});

	test('comes first, and into a block of paragraphs', () => {
		expect(made({ type: 'add-item', block: 'do', after: 0, source: 'Sit.' })).toContain(
			'## Do {#do}\n1. Sit.\n2. Wait. {1.01}\n3. Look.'
		);
		expect(made({ type: 'add-item', block: 'why', after: 1, source: 'New.' })).toContain(
			'It is old. {1.02}\n\nNew.\n\nSecond.'
		);
		expect(
			made({ type: 'add-item', block: 'why', after: 2, source: 'New.', kind: 'bullet' })
		).toContain('Second. {1.03}\n\n- New.\n');
	});

	test('goes with its line, its drawing and its number in the overview', () => {
		const after = made({ type: 'remove-item', item: 'do.1' });
		expect(after).toContain('## Do {#do}\n1. Look. {practice}\n2. Ask.');
		expect(after).toContain('drawings: [wait, look]');
		expect(after).toContain('steps: [2]}]');
		expect(made({ type: 'remove-item', item: 'why.1' })).toContain('{#why}\nSecond. {1.03}\n');
		expect(made({ type: 'remove-item', item: 'say.1' })).toContain('## Say {#say}\n\n## Why');
	});

	test('moves, and numbers stay in their order', () => {
		const after = made({ type: 'move-item', item: 'do.3', to: 1 });
		expect(after).toContain('1. Ask. {1.02, 1.03}\n2. Wait. {1.01}\n3. Look. {practice}\n');
		expect(after).toContain('drawings: [look, car, wait]');
		expect(after).toContain('steps: [1, 2]}]');
	});

	test('counts from where its list does, and not at all where the list does not', () => {
		const ones = GUIDE.replace('2. Look', '1. Look').replace('3. Ask', '1. Ask');
		expect(made({ type: 'remove-item', item: 'do.1' }, ones)).toContain(
			'1. Look. {practice}\n1. Ask'
		);
		expect(made({ type: 'add-item', block: 'do', after: 3, source: 'Go.' }, GUIDE)).toContain(
			'3. Ask. {1.02, 1.03}\n4. Go.\n'
		);
	});
});

describe('a marker', () => {
	test('is put in at a place, with the spaces that it needs', () => {
		const item = 'why.1';
		expect(made({ type: 'insert-marker', item, at: 16, facts: ['1.05', '1.06'] })).toContain(
			'The law says so. {1.05, 1.06} {1.01} It'
		);
		expect(made({ type: 'insert-marker', item: 'why.2', at: 14, facts: [] })).toContain(
			'Second. {1.03} {practice}\n'
		);
	});

	test('is changed, and taken out with the space before it', () => {
		const item = 'why.1';
		expect(made({ type: 'set-marker', item, marker: 1, facts: ['1.09'] })).toContain(
			'old. {1.09}\n'
		);
		expect(made({ type: 'set-marker', item, marker: 0 })).toContain('says so. It is old.');
	});
});

describe('a block', () => {
	test('has other words over it, and keeps its anchor', () => {
		expect(lines({ type: 'set-heading', block: 'do', heading: 'Act' })).toEqual({
			gone: ['## Do {#do}'],
			new: ['## Act {#do}']
		});
	});

	test('comes to where its kind has it', () => {
		const call = { type: 'add-block', block: 'call', heading: 'Call' } as const;
		expect(made({ ...call, items: ['contact:a {1.01}'] })).toContain(
			'{practice}\n\n## Call {#call}\n- contact:a {1.01}\n\n## Why'
		);
		const last = { ...call, block: 'unconfirmed', heading: 'Not confirmed', items: [] };
		expect(made(last).endsWith('Second. {1.03}\n\n## Not confirmed {#unconfirmed}\n')).toBe(true);
	});

	test('goes with all that is in it', () => {
		expect(made({ type: 'remove-block', block: 'say' })).toContain('1.03}\n\n## Why');
		expect(made({ type: 'remove-block', block: 'why' }).endsWith('you?" {practice}\n')).toBe(true);
	});
});

describe('a field', () => {
	test.each<[string, Edit, string, string]>([
		[
			'keeps its quotes and its remark',
			setField(['title'], 'Other "words"'),
			'title: "A bus: stopped" # a remark',
			'title: "Other \\"words\\"" # a remark'
		],
		['gets quotes where it needs them', setField(['kind'], 'a: b'), 'kind: guide', 'kind: "a: b"'],
		[
			'keeps those of its list that stay',
			setField(['sources'], ['news', 'new, one', '2025']),
			`sources: [city-law, 'news', "2025"]`,
			`sources: ['news', 'new, one', "2025"]`
		],
		[
			'is one of a list',
			setField(['sources', 3], 'memo'),
			`sources: [city-law, 'news', "2025"]`,
			`sources: [city-law, 'news', "2025", memo]`
		],
		[
			'stands deep in others',
			setField(['overview', 0, 'steps'], [2]),
			'overview: [{place: car, for: family, steps: [1, 3]}]',
			'overview: [{place: car, for: family, steps: [2]}]'
		],
		[
			'is a day or nothing',
			setField(['checkedOn'], '2026-11-30'),
			'checkedOn: null',
			'checkedOn: 2026-11-30'
		],
		[
			'is a group',
			setField(['legalReview'], { state: 'done', by: 'A, B' }),
			'legalReview: {state: none}',
			'legalReview: {state: done, by: "A, B"}'
		]
	])('%s', (_name, edit, gone, added) => {
		expect(lines(edit)).toEqual({ gone: [gone], new: [added] });
	});

	test('comes behind those that its kind has before it', () => {
		expect(made(setField(['urgency'], 'now'))).toContain(
			'legalReview: {state: none}\nurgency: now\n---'
		);
		expect(made(setField(['slug'], 'bus'))).toContain('kind: guide\nslug: bus\ntitle');
	});

	test('of several lines loses them', () => {
		expect(made(setField(['approvedBy'], []))).toContain('null\napprovedBy: []\nlegalReview');
		expect(made({ type: 'remove-field', path: ['approvedBy'] })).toContain('null\nlegalReview');
		expect(made({ type: 'remove-field', path: ['sources', 1] })).toContain('[city-law, "2025"]');
	});

	test('is not touched in a front matter that cannot be read', () => {
		const broken = GUIDE.replace('sources: [', 'sources: [[');
		expect(applyEdit(PATH, broken, setField(['kind'], 'x'))).toEqual({ ok: false, code: 'broken' });
	});
});

test('several edits are one, and are taken back as one', () => {
	const after = made({
		type: 'all',
		edits: [
			setField(['title'], 'New'),
			{ type: 'remove-item', item: 'do.1' },
			{ type: 'set-item', item: 'do.1', source: 'Look.' }
		]
	});
	expect(after).toContain('title: "New"');
	expect(after).toContain('1. Look.\n2. Ask');
});

test('a file of Windows keeps its line ends', () => {
	const windows = GUIDE.replaceAll('\n', '\r\n');
	const after = made({ type: 'add-item', block: 'why', after: 1, source: 'New.' }, windows);
	expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
	expect(after).toContain('{1.02}\r\n\r\nNew.\r\n\r\nSecond.');
});

const TEXTS = ['guides/car-stop/en.md', 'directives/cbp-one/es.md', 'contacts/nyifup/en.yaml'].map(
	(path) => ({ path, text: readFileSync(`src/content/${path}`, 'utf8') })
);

/** Any edit of what a document has. */
function anEdit({ fields, blocks }: SourceDocument): fc.Arbitrary<Edit> {
	const items = blocks.flatMap((block) => block.items);
	const words = fc.string({ unit: 'grapheme', maxLength: 20 });
	const ofFields = fc.constantFrom(...fields).chain(({ name, value }): fc.Arbitrary<Edit> =>
		fc.oneof(
			words.map((it) => setField([name], it)),
			fc.constant<Edit>({ type: 'remove-field', path: [name] }),
			Array.isArray(value)
				? words.map((it) => setField([name, 0], it))
				: fc.jsonValue({ maxDepth: 2 }).map((it) => setField([name], it as JsonValue))
		)
	);
	if (items.length === 0) return ofFields;
	const item = fc.constantFrom(...items.map(({ id }) => id));
	const block = fc.constantFrom(...blocks.map(({ id }) => id));
	const count = fc.nat(4);
	return fc.oneof(
		ofFields,
		fc.record({ type: fc.constant('set-item' as const), item, source: words }),
		fc.record({ type: fc.constant('add-item' as const), block, after: count, source: words }),
		fc.record({ type: fc.constant('remove-item' as const), item }),
		fc.record({ type: fc.constant('move-item' as const), item, to: count }),
		fc.record({ type: fc.constant('set-heading' as const), block, heading: words }),
		fc.record({ type: fc.constant('remove-block' as const), block }),
		fc.record({
			type: fc.constant('insert-marker' as const),
			item,
			at: count,
			facts: fc.constant([])
		})
	);
}

test.each(TEXTS)('any edit of $path and then its undo leave the same bytes', ({ path, text }) => {
	const document = toDocument(path, text);
	if (!document) throw new Error(path);
	let applied = 0;
	fc.assert(
		fc.property(anEdit(document), fc.boolean(), (edit, isWindows) => {
			const before = isWindows ? text.replaceAll('\n', '\r\n') : text;
			const edited = applyEdit(path, before, edit);
			if (!edited.ok) return;
			applied += 1;
			const { changes, undo, text: after } = edited.value;
			expect(withChanges(before, changes)).toBe(after);
			expect(withChanges(after, undo)).toBe(before);
		}),
		{ numRuns: 150 }
	);
	expect(applied).toBeGreaterThan(50);
});

test.each(TEXTS)(
	'any value set in $path is read again, and nothing else has changed',
	({ path, text }) => {
		const document = toDocument(path, text);
		const names = document?.fields.map(({ name }) => name) ?? [];
		fc.assert(
			fc.property(fc.constantFrom(...names), fc.jsonValue({ maxDepth: 3 }), (name, value) => {
				const edited = applyEdit(path, text, setField([name], value as JsonValue));
				if (!edited.ok) throw new Error(`${name}: ${edited.code}`);
				const after = toDocument(path, edited.value.text);
				const read = Object.fromEntries(after?.fields.map((it) => [it.name, it.value]) ?? []);
				const was = Object.fromEntries(document?.fields.map((it) => [it.name, it.value]) ?? []);
				expect(JSON.stringify(read)).toBe(JSON.stringify({ ...was, [name]: value }));
				expect(after?.blocks.map((it) => it.items.length)).toEqual(
					document?.blocks.map((it) => it.items.length)
				);
			}),
			{ numRuns: 100 }
		);
	}
);
