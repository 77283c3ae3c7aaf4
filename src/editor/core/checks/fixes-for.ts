import type { EditorDiagnostic, Fix } from '../contract/diagnostics.ts';
import type { FieldPath, JsonValue, SourceDocument } from '../contract/document.ts';
import type { Edit } from '../contract/edits.ts';
import { changesBetween } from '../edits/text-changes.ts';
import { isoDay } from './iso-day.ts';

/** What a remedy may need beside the text itself. */
export interface FixContext {
	/** The text of this translation with the hashes of its English, as `edition:hash -- --write` fills them in. */
	readonly filled?: (() => string | undefined) | undefined;
	/** Of another file: where the other end of a link is written. */
	readonly pathOf?: (name: string) => string | undefined;
	readonly fieldOf?: (path: string, field: string) => JsonValue | undefined;
}

interface Said {
	readonly line: number;
	readonly problem: string;
	readonly remedy: string;
}

/** One kind of mistake: what the compiler says of it, and what mends it. */
interface Rule {
	/** Of the problem, a line feed, and the remedy. */
	readonly says: RegExp;
	readonly fix: (match: readonly string[], at: At) => Made | readonly Made[] | undefined;
}

interface Made {
	readonly code: Fix['code'];
	readonly to: string;
	readonly edit: Edit;
	readonly path?: string;
}

interface At {
	readonly document: SourceDocument;
	readonly line: number;
	readonly item: string | undefined;
	readonly field: string | undefined;
	readonly context: FixContext;
}

/** What one tap can mend, as far as the compiler's words say what is right. */
export function fixesFor(
	{ line, problem, remedy }: Said,
	place: EditorDiagnostic['place'],
	document: SourceDocument,
	context: FixContext
): Fix[] {
	const item = place && 'item' in place ? place.item : undefined;
	const field = place && 'field' in place ? place.field : undefined;
	const at = { document, line, item, field, context };
	return RULES.flatMap(({ says, fix }): Fix[] => {
		const match = says.exec(`${problem}\n${remedy}`);
		const made = match ? fix(match.slice(1), at) : undefined;
		return (made === undefined ? [] : [made].flat()).map((it) => ({ path: document.path, ...it }));
	});
}

const RULES: readonly Rule[] = [
	{
		says: /^there is no fact "(.*)"\nDid you mean "(.*?)"\?/,
		fix: ([wrong = '', right = ''], at) => inLine(at, wrong, right, 'replace')
	},
	{
		says: /^there is no (?:source|change|directive|guide|term) "(.*)"\n(?:Did you mean "(.*?)"\?)?/,
		fix: ([wrong = '', right], at) => [
			...(right ? inField(at, wrong, right, 'replace') : []),
			...takenOut(at, wrong)
		]
	},
	{
		says: /^"(.*)" is named twice\n/,
		fix: ([name = ''], at) => takenOut(at, name)
	},
	{
		says: /^([\w. ]+) is "(.*)", which is not one of its words\nDid you mean "(.*?)"\?/,
		fix: ([, wrong = '', right = ''], at) => inField(at, wrong, right, 'replace')
	},
	{
		says: /^unknown field "(.*)"\nDid you mean "(.*?)"\?/,
		fix: ([wrong = '', right = ''], at) => renamed(at, wrong, right)
	},
	{
		says: /^(\w+) stands in (?:a translation|the English text)\n/,
		fix: ([name = '']) => ({
			code: 'delete',
			to: name,
			edit: { type: 'remove-field', path: [name] }
		})
	},
	{
		says: /^(\w+) is not in the English\nDelete it here/,
		fix: ([name = '']) => ({
			code: 'delete',
			to: name,
			edit: { type: 'remove-field', path: [name] }
		})
	},
	{
		says: /^sourceHash is not filled in yet\n/,
		fix: (_, { document: { text }, context: { filled } }) => {
			const [change] = changesBetween(text, filled?.() ?? text);
			if (!change) return undefined;
			const span = { from: change.from, to: change.to };
			const edit = { type: 'replace-text', span, text: change.text } as const;
			return { code: 'fill-hash', to: change.text, edit };
		}
	},
	{
		says: /^sources (lacks|names) what .*\nWrite: \[(.*)\]/,
		fix: ([verb = '', slugs = '']) => ({
			code: verb === 'lacks' ? 'add-source' : 'remove-source',
			to: slugs,
			edit: set(['sources'], slugs === '' ? [] : slugs.split(', '))
		})
	},
	{
		says: /^confidence is \w+, but .*\nWrite (\w+)\./,
		fix: ([word = '']) => ({ code: 'replace', to: word, edit: set(['confidence'], word) })
	},
	{
		says: /^(statusAsOf) .*\n.*?(\d{4}-\d{2}-\d{2}) at the latest/,
		fix: ([field = '', day = '']) => toDay([field], day)
	},
	{
		says: /^(reviewBy) is .*\nWrite (?:a day from [\d-]+ to )?(\d{4}-\d{2}-\d{2})/,
		fix: ([field = '', day = '']) => toDay([field], day)
	},
	{
		says: /^([\w.]+) is not a date\n/,
		fix: ([name = ''], { document }) => {
			const path = name.split('.');
			const day = isoDay(valueAt(document, path));
			return day === undefined ? undefined : toDay(path, day);
		}
	},
	{
		says: /^no fact marker\n/,
		fix: (_, { document, item }) => {
			const source = itemOf(document, item)?.source;
			if (item === undefined || source === undefined || document.kind !== 'guide') return undefined;
			const edit = { type: 'insert-marker', item, at: source.length, facts: [] } as const;
			return { code: 'mark-practice', to: '{practice}', edit };
		}
	},
	{
		says: /^"(\{.*\})" is not a fact marker\n/,
		fix: ([wrong = ''], at) => {
			const right = asMarker(wrong);
			return right === undefined ? undefined : inLine(at, wrong, right, 'replace');
		}
	},
	{
		says: /^the fact markers are not those of the English\nWrite the markers of the English: (.*)/,
		fix: ([markers = ''], { document, item }) => {
			const own = itemOf(document, item);
			if (!own || item === undefined) return undefined;
			const source = withMarkers(own.source, markers.match(/\{[^}]*\}/g) ?? []);
			return { code: 'replace', to: markers, edit: { type: 'set-item', item, source } };
		}
	},
	{
		says: /^an? .*\((U\+[0-9A-F]+)\)\nDelete it/,
		fix: ([code = ''], at) =>
			inLine(at, String.fromCodePoint(parseInt(code.slice(2), 16)), '', 'delete')
	},
	{
		says: /is not in Unicode form NFC\)\n/,
		fix: (_, at) => {
			const { from, to, text } = lineSpan(at);
			const right = text.normalize('NFC');
			const edit = { type: 'replace-text', span: { from, to }, text: right } as const;
			return { code: 'normalize', to: right.trim(), edit };
		}
	},
	{
		says: /^a curly quote, which is no quote of YAML/,
		fix: (_, at) => {
			const { from, to, text } = lineSpan(at);
			const right = text
				.replace(/[“”„«]([^“”„«»"]*)[“”»]/, '"$1"')
				.replace(/[‘‚’]([^‘’‚']*)’/, "'$1'");
			if (right === text) return undefined;
			const edit = { type: 'replace-text', span: { from, to }, text: right } as const;
			return { code: 'straighten-quotes', to: right.trim(), edit };
		}
	},
	{
		says: /^(slug|lang) is ".*", but the (?:file|folder) is (?:for )?"?([\w-]+?)(?:\.yaml)?"?\n/,
		fix: ([field = '', right = '']) => ({ code: 'replace', to: right, edit: set([field], right) })
	},
	{
		says: /^a (?:guide|directive) has no block \{#(.*)\}\nDid you mean "(.*?)"\?/,
		fix: ([wrong = '', right = ''], at) => inLine(at, `{#${wrong}}`, `{#${right}}`, 'replace')
	},
	{
		says: /^(?:rests on|names the guide|names|\w+ names)? ?".*".*\nAdd ([\w-]+) to "(\w+)" of (.*?), or take/,
		fix: ([slug = '', field = '', name = ''], { context: { pathOf, fieldOf } }) => {
			const path = pathOf?.(name);
			if (path === undefined) return undefined;
			const list = fieldOf?.(path, field);
			const now = Array.isArray(list) ? (list as JsonValue[]) : [];
			// a note is written after those that are there, and stands before them
			const value = field === 'changes' ? [slug, ...now] : [...now, slug];
			return { code: 'replace', to: slug, path, edit: set([field], value) };
		}
	}
];

const set = (path: FieldPath, value: JsonValue): Edit => ({ type: 'set-field', path, value });

const toDay = (path: FieldPath, day: string): Made => ({
	code: 'set-date',
	to: day,
	edit: set(path, day)
});

const itemOf = ({ blocks }: SourceDocument, id: string | undefined) =>
	blocks.flatMap(({ items }) => items).find((it) => it.id === id);

/** A line of the file, without its end. */
function lineSpan({ document: { text }, line }: At): { from: number; to: number; text: string } {
	const lines = text.split('\n');
	const from = lines.slice(0, line - 1).reduce((sum, it) => sum + it.length + 1, 0);
	const own = (lines[line - 1] ?? '').replace(/\r$/, '');
	return { from, to: from + own.length, text: own };
}

/** Words of the line, the first time they stand there. */
function inLine(at: At, wrong: string, right: string, code: Fix['code']): Made[] {
	const { from, text } = lineSpan(at);
	const found = text.indexOf(wrong);
	if (found < 0 || wrong === '') return [];
	const span = { from: from + found, to: from + found + wrong.length };
	return [{ code, to: right, edit: { type: 'replace-text', span, text: right } }];
}

/** A value of the field at that line, wherever it stands in it. */
function inField(at: At, wrong: string, right: string, code: Fix['code']): Made[] {
	const value = at.document.fields.find(({ name }) => name === at.field)?.value;
	const path = value === undefined ? undefined : pathTo(value, wrong);
	if (!path || at.field === undefined) return [];
	return [{ code, to: right, edit: set([at.field, ...path], right) }];
}

function takenOut(at: At, name: string): Made[] {
	const value = at.document.fields.find((it) => it.name === at.field)?.value;
	if (at.field === undefined || !Array.isArray(value)) return [];
	const index = (value as JsonValue[]).lastIndexOf(name);
	if (index < 0) return [];
	const edit = { type: 'remove-field', path: [at.field, index] } as const;
	return [{ code: 'delete', to: name, edit }];
}

function pathTo(value: JsonValue, wanted: string): FieldPath | undefined {
	if (value === wanted) return [];
	if (typeof value !== 'object' || value === null) return undefined;
	const entries = Array.isArray(value)
		? (value as JsonValue[]).map((it, index) => [index, it] as const)
		: Object.entries(value as Readonly<Record<string, JsonValue>>);
	for (const [key, inner] of entries) {
		const path = pathTo(inner, wanted);
		if (path) return [key, ...path];
	}
	return undefined;
}

function renamed(at: At, wrong: string, right: string): Made[] {
	const { text } = lineSpan(at);
	// a name stands at the start of its line, and not in a value
	return text.startsWith(`${wrong}:`) ? inLine(at, wrong, right, 'replace') : [];
}

function valueAt({ fields }: SourceDocument, [name, ...rest]: readonly string[]): unknown {
	const value: unknown = fields.find((it) => it.name === name)?.value;
	return rest.reduce((inner, key) => (inner as Record<string, unknown> | null)?.[key], value);
}

/** `{8:05; 10.01}` → `{8.05, 10.01}`, `{Practice}` → `{practice}`; `undefined` for other words. */
function asMarker(wrong: string): string | undefined {
	const words = wrong.slice(1, -1).trim();
	if (/^pract[a-z]*$/i.test(words)) return '{practice}';
	const ids = words.split(/[\s,;]+/).filter((it) => it !== '');
	if (ids.length === 0 || !ids.every((id) => /^\d{1,2}[.:]\d{2}$/.test(id))) return undefined;
	const full = ids.map((id) => id.replace(':', '.'));
	return `{${full.join(', ')}}`;
}

/** Markers in the places of those that stand there; what is left over goes to the end. */
function withMarkers(source: string, markers: readonly string[]): string {
	const left = [...markers];
	const all = source.replaceAll(/[ \t]*\{[^{}]*\}/g, () => {
		const next = left.shift();
		return next === undefined ? '' : ` ${next}`;
	});
	return [all.trimEnd(), ...left].join(' ');
}
