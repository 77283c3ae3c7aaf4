import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { applyEdit } from '../edits/apply-edit.ts';
import type { SourceDocument } from '../contract/document.ts';
import type { Edit } from '../contract/edits.ts';
import { piecesOf } from './pieces.ts';
import { toDocument } from './to-document.ts';

const CONTENT = 'src/content/';
const FOLDERS = '{guides,directives,contacts,terms,changes,sources}';
const files = globSync(`${CONTENT}${FOLDERS}/**/*.{md,yaml}`).map((file) => {
	const path = file.replaceAll('\\', '/').slice(CONTENT.length);
	return { path, text: readFileSync(file, 'utf8') };
});

/** The file put together again of what the screen shows of it. */
function putTogether({ text, fields, blocks }: SourceDocument): string {
	const pieces = [
		...fields.map(({ span }) => ({ span, text: text.slice(span.from, span.to) })),
		...blocks.map(({ headingSpan: span, heading }) => ({ span, text: heading })),
		...blocks.flatMap(({ items }) =>
			items.map(({ span, source }) => {
				const all = piecesOf(source, span.from);
				return { span, text: all.map((it) => it.text).join('') };
			})
		)
	].sort((a, b) => a.span.from - b.span.from);
	let [all, end] = ['', 0];
	for (const { span, text: words } of pieces) {
		expect(span.from).toBeGreaterThanOrEqual(end);
		all += text.slice(end, span.from) + words;
		end = span.to;
	}
	return all + text.slice(end);
}

/** A field and an item of a file, set to what they are; others in the next file. */
function savedAsItIs({ fields, blocks }: SourceDocument, turn: number): Edit[] {
	const field = fields[turn % fields.length];
	const items = blocks.flatMap((block) => block.items);
	const item = items[turn % items.length];
	const [block] = blocks;
	return [
		...(field ? [{ type: 'set-field', path: [field.name], value: field.value } as const] : []),
		...(item ? [{ type: 'set-item', item: item.id, source: item.source } as const] : []),
		...(block ? [{ type: 'set-heading', block: block.id, heading: block.heading } as const] : [])
	];
}

test('every text of the content opened and saved is byte for byte what it was', () => {
	expect(files.length).toBeGreaterThan(1500);
	const changed = files.flatMap(({ path, text }, turn) => {
		const document = toDocument(path, text);
		if (!document || putTogether(document) !== text) return [path];
		expect(document.fields.length, path).toBeGreaterThan(0);
		for (const edit of savedAsItIs(document, turn)) {
			const edited = applyEdit(path, text, edit);
			if (!edited.ok || edited.value.text !== text) return [`${path}: ${JSON.stringify(edit)}`];
		}
		return [];
	});
	expect(changed).toEqual([]);
}, 600_000);

const EN = files.find(({ path }) => path === 'guides/car-stop/en.md')?.text ?? '';

test('a guide has a field for each of its steps, and a chip for each marker', () => {
	const document = toDocument('guides/car-stop/en.md', EN);
	const steps = document?.blocks[0];
	expect(steps).toMatchObject({ id: 'do', anchor: 'do', heading: 'Do' });
	expect(steps?.items[3]).toMatchObject({
		id: 'do.4',
		kind: 'ordered',
		line: EN.split('\n').findIndex((it) => it.startsWith('4. ')) + 1,
		source: 'Stay silent about status, driver or passenger, if you choose. {8.05, 10.32}'
	});
	const piecesIn = (item: number) => piecesOf(steps?.items[item]?.source ?? '', 0);
	expect(piecesIn(3).map(({ kind }) => kind)).toEqual(['text', 'marker']);
	expect(piecesIn(3)[1]).toMatchObject({ facts: ['8.05', '10.32'] });
	expect(piecesIn(1)[1]).toMatchObject({ facts: [], isPractice: true });
	expect(document?.blocks.at(-2)?.items[0]).toMatchObject({ id: 'why.1', kind: 'paragraph' });
	expect(document?.fields.find(({ name }) => name === 'overview')?.value).toEqual([
		{ place: 'car', for: 'family', steps: [2, 4] }
	]);
});

test('a translation says what it takes over from the English', () => {
	const text = files.find(({ path }) => path === 'guides/car-stop/es.md')?.text ?? '';
	const document = toDocument('guides/car-stop/es.md', text, EN);
	expect(document?.inherited).toMatchObject({ scenario: 'S4', level: 'state' });
	expect(document?.inherited).not.toHaveProperty('title');
});

test('places in a file of Windows are those of the file', () => {
	const windows = `\uFEFF${EN.replaceAll('\n', '\r\n')}`;
	const document = toDocument('guides/car-stop/en.md', windows);
	if (!document) throw new Error('not read');
	expect(putTogether(document)).toBe(windows);
	const title = document.fields.find(({ name }) => name === 'title')?.span;
	expect(windows.slice(title?.from, title?.to)).toBe('Officers stop your car');
});

test('what the compiler refuses is a field, too', () => {
	const broken =
		'---\ntitle: x\n---\nabove\n\n# Odd\n\n> quote\n\n## Do {#do}\n1.\n2. two\n\n   more\n';
	const blocks = toDocument('guides/x/en.md', broken)?.blocks;
	expect(blocks?.map(({ id, items }) => [id, items.map(({ source }) => source)])).toEqual([
		['~1', ['above']],
		['~2', ['> quote']],
		['do', ['', 'two\n\n   more']]
	]);
	expect(toDocument('guides/x/en.md', 'no front matter')?.fields).toEqual([]);
	expect(toDocument('publisher.json', '{}')).toBeUndefined();
});
