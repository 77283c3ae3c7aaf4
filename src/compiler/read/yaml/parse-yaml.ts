import * as v from 'valibot';
import {
	isAlias,
	isMap,
	isScalar,
	isSeq,
	LineCounter,
	parseDocument,
	type Document,
	type Node,
	visit
} from 'yaml';
import { checkJson } from './check-json.ts';
import { describeIssue, isUnknownField } from './describe-issue.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { inLine, type Fix } from '../../base/fix.ts';

/** Keys from the top: `['translation', 'on']`, `['sources', 2]`. */
export type FieldPath = readonly PropertyKey[];

/** A value that fits its schema, and the line of each of its fields. */
export interface Located<Value> {
	/** The file, as diagnostics name it. */
	readonly name: string;
	readonly fields: Value;
	/** The line of a field, or of the nearest one around it that is there. */
	readonly lineOf: (path: FieldPath) => number;
}

export type YamlResult<Value> =
	| { readonly ok: true; readonly located: Located<Value> }
	| { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** JSON is YAML, so `publisher.json` and the evidence come through here as well, if they are JSON. */
export interface YamlText {
	readonly name: string;
	readonly text: string;
	/** Lines of the file above this text: 1 for front matter. */
	readonly linesAbove?: number;
	/** Fields of a translation that its English file has for all languages. */
	readonly inherited?: readonly string[];
}

/** Parses YAML strictly: no key twice, and no field that the schema does not know. */
export function parseYaml<Schema extends v.GenericSchema>(
	schema: Schema,
	{ name, text, linesAbove = 0, inherited = [] }: YamlText
): YamlResult<v.InferOutput<Schema>> {
	const lines = new LineCounter();
	const lineAt = (offset: number) => lines.linePos(offset).line + linesAbove;
	const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });

	const isJson = name.endsWith('.json');
	const noJson = isJson ? checkJson(name, text) : [];
	const broken: Diagnostic[] = [...document.errors, ...document.warnings].flatMap(
		({ pos, message, code }) => {
			const at = { file: name, line: lineAt(pos[0]) };
			if (code === 'DUPLICATE_KEY') {
				return [{ ...at, problem: duplicate(text, pos[0]), remedy: TWICE }];
			}
			// reported below, as an error of JSON
			return noJson.length > 0
				? []
				: [{ ...at, problem: `not YAML: ${message}`, remedy: NOT_YAML }];
		}
	);
	for (const offset of curlyQuotes(document)) {
		const problem = `a curly quote, which is no quote of ${isJson ? 'JSON' : 'YAML'} but part of the text`;
		broken.push({
			file: name,
			line: lineAt(offset),
			problem,
			remedy: isJson ? STRAIGHT_IN_JSON : STRAIGHT,
			fixes: straightened(text, offset)
		});
	}
	for (const offset of aliases(document)) {
		broken.push({ file: name, line: lineAt(offset), problem: IS_ALIAS, remedy: WRITTEN_OUT });
	}
	if (broken.length === 0) broken.push(...noJson);
	if (broken.length > 0) return { ok: false, diagnostics: broken };

	const lineOf = (path: FieldPath) => lineAt(offsetOf(document, path));
	const plain = toPlain(document);
	const result = parseStrictly(schema, plain);
	if (result.ok) return { ok: true, located: { name, fields: result.value, lineOf } };

	const fields = 'entries' in schema ? Object.keys(schema.entries as object) : [];
	const diagnostics = result.issues.map((issue) => {
		const path = pathOf(issue);
		return {
			file: name,
			line: lineOf(path),
			...describeIssue(issue, path, { fields, inherited, plain })
		};
	});
	return { ok: false, diagnostics };
}

/**
 * Offsets of values that begin with a curly quote, which YAML takes for part of the text: a word
 * processor put it in. A curly quote that is meant stands inside straight quotes.
 */
const curlyQuotes = (document: Document): number[] =>
	offsetsOf(
		document,
		(it) => isScalar(it) && it.type === 'PLAIN' && /^[“”„«‘’‚]/.test(it.source ?? '')
	);

/** Few lines of them can stand for more than any memory holds; and a reader of the file sees no value. */
const aliases = (document: Document): number[] => offsetsOf(document, isAlias);

function offsetsOf(document: Document, isWanted: (node: Node) => boolean): number[] {
	const offsets: number[] = [];
	visit(document, {
		Node(_key, node) {
			if (isWanted(node)) offsets.push(node.range?.[0] ?? 0);
		}
	});
	return offsets;
}

const IS_ALIAS = 'an alias ("*name") stands for a value that is elsewhere';
const WRITTEN_OUT = 'Write the value out; one that begins with * needs straight quotes round it.';

/** The line with straight quotes round its value; inside it they stay as they are. */
function straightened(text: string, offset: number): Fix[] {
	const from = text.lastIndexOf('\n', offset) + 1;
	const [line = ''] = text.slice(from).split('\n');
	const right = line.replace(/[“”„«]([^“”„«»"]*)[“”»]/, '"$1"').replace(/[‘‚’]([^‘’‚']*)’/, "'$1'");
	return right === line ? [] : [inLine(line, right, 'straighten-quotes')];
}

const STRAIGHT_IN_JSON = 'Write straight quotes round the value: ".';
const STRAIGHT = 'Write straight quotes round the value: " or \'.';

type StrictResult<Value> =
	| { readonly ok: true; readonly value: Value }
	| { readonly ok: false; readonly issues: readonly v.BaseIssue<unknown>[] };

/** Valibot stops at the first unknown field: each is removed and the rest parsed again, to report all. */
function parseStrictly<Schema extends v.GenericSchema>(
	schema: Schema,
	input: unknown
): StrictResult<v.InferOutput<Schema>> {
	const unknown: v.BaseIssue<unknown>[] = [];
	for (;;) {
		const result = v.safeParse(schema, input, { abortPipeEarly: true });
		if (result.success && unknown.length === 0) return { ok: true, value: result.output };
		const found = (result.issues ?? []).filter(isUnknownField);
		if (found.length === 0) return { ok: false, issues: [...unknown, ...(result.issues ?? [])] };
		unknown.push(...found);
		for (const issue of found) removeAt(input, pathOf(issue));
	}
}

const pathOf = (issue: v.BaseIssue<unknown>): PropertyKey[] =>
	(issue.path ?? []).map((item) => item.key as PropertyKey);

function removeAt(input: unknown, path: readonly PropertyKey[]): void {
	let parent = input as Record<PropertyKey, unknown>;
	for (const key of path.slice(0, -1)) parent = parent[key] as Record<PropertyKey, unknown>;
	Reflect.deleteProperty(parent, path.at(-1) ?? '');
}

const TWICE = 'Keep one of them.';
const NOT_YAML = 'Look for a missing quote, colon or bracket on this line or the one above.';

const duplicate = (text: string, offset: number): string => {
	const key = /^["']?([^"':]*)/.exec(text.slice(offset))?.[1] ?? '';
	return `the field "${key}" stands here twice`;
};

/** An empty file is an empty map: then every field is reported missing, one by one. */
const toPlain = (document: Document): unknown => document.toJS() ?? {};

/** Walks down as far as the path leads, and gives the offset of the last key that is there. */
function offsetOf(document: Document, path: FieldPath): number {
	let node: unknown = document.contents;
	let offset = document.contents?.range?.[0] ?? 0;
	for (const key of path) {
		const step = childOf(node, key);
		if (!step) return offset;
		offset = step.offset;
		node = step.node;
	}
	return offset;
}

function childOf(node: unknown, key: PropertyKey): { node: unknown; offset: number } | undefined {
	if (isMap<Node, Node>(node)) {
		const pair = node.items.find((item) => keyText(item.key) === String(key));
		return pair && { node: pair.value, offset: pair.key.range?.[0] ?? 0 };
	}
	if (isSeq<Node>(node) && typeof key === 'number') {
		const item = node.items[key];
		return item && { node: item, offset: item.range?.[0] ?? 0 };
	}
	return undefined;
}

const keyText = (key: Node): string => String((key as { value?: unknown }).value);
