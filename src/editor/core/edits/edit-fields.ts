import { isMap, parseDocument, type Node } from 'yaml';
import { fail, ok, type Result } from '#lib/edition/result.ts';
import { FRONTS } from '../../../compiler/read/front-matter.ts';
import type { Kind } from '../../../compiler/read/parse-front.ts';
import type { FieldPath, JsonValue } from '../contract/document.ts';
import type { EditRefusal, TextChange } from '../contract/edits.ts';
import { frontNodes, type FrontNode } from '../document/front-nodes.ts';
import { isFields, isSame, nodeText, valueText } from './yaml-text.ts';

type Changes = Result<readonly TextChange[], EditRefusal>;

/** Gives a field another value, or adds it. Places are of the YAML. */
export function setField(yaml: string, kind: Kind, path: FieldPath, value: JsonValue): Changes {
	const [name, ...rest] = path;
	if (typeof name !== 'string') return fail('no-such-field');
	const fields = frontNodes(yaml);
	const field = fields.find((it) => it.name === name);
	const whole = withValue(field?.value ?? null, rest, value);
	if (whole === undefined) return fail('no-such-field');
	const change = field ? changeOf(field, whole, yaml) : additionOf(fields, kind, name, whole, yaml);
	return checked(yaml, change, name, whole);
}

/** Takes out a field, or a part of one. */
export function removeField(yaml: string, kind: Kind, path: FieldPath): Changes {
	const [name, ...rest] = path;
	const field = frontNodes(yaml).find((it) => it.name === name);
	if (!field) return fail('no-such-field');
	const last = rest.at(-1);
	if (last === undefined) {
		const from = yaml.lastIndexOf('\n', field.key.from) + 1;
		const end = yaml.indexOf('\n', field.span.to);
		const change = { from, to: end < 0 ? yaml.length : end + 1, text: '' };
		return checked(yaml, [change], field.name, undefined);
	}
	const parent = valueAt(field.value, rest.slice(0, -1));
	if (Array.isArray(parent) && typeof last === 'number' && last < parent.length) {
		const left = (parent as JsonValue[]).toSpliced(last, 1);
		return setField(yaml, kind, [field.name, ...rest.slice(0, -1)], left);
	}
	if (isFields(parent) && Object.hasOwn(parent, last)) {
		const left = Object.fromEntries(Object.entries(parent).filter(([it]) => it !== last));
		return setField(yaml, kind, [field.name, ...rest.slice(0, -1)], left);
	}
	return fail('no-such-field');
}

function changeOf({ node, key, span, value: old }: FrontNode, value: JsonValue, yaml: string) {
	if (isSame(old, value)) return [];
	const document = parseDocument(yaml, { prettyErrors: false });
	const text = node ? nodeText(node, value, 'block', { yaml, document }) : undefined;
	if (text !== undefined && span.from < span.to) return [{ ...span, text }];
	// nothing stands there yet, or a list over lines that is to be empty: it goes behind the colon
	const colon = yaml.indexOf(':', key.to) + 1;
	return [{ from: colon, to: Math.max(colon, span.to), text: ` ${valueText(value, 'block')}` }];
}

/** Behind the last of those that stand before it in the model. */
function additionOf(
	fields: readonly FrontNode[],
	kind: Kind,
	name: string,
	value: JsonValue,
	yaml: string
): TextChange[] {
	const order = Object.keys(FRONTS[kind].entries);
	const before = order.slice(0, Math.max(0, order.indexOf(name)));
	const last = fields.findLast((it) => before.includes(it.name)) ?? fields.at(-1);
	const line = `${name}: ${valueText(value, 'block')}\n`;
	const end = last ? yaml.indexOf('\n', last.span.to) : -1;
	if (last && end < 0) return [{ from: yaml.length, to: yaml.length, text: `\n${line}` }];
	return [{ from: end + 1, to: end + 1, text: line }];
}

/** Whatever was written must be read again as what was meant, with every other field as it was. */
function checked(
	yaml: string,
	changes: readonly TextChange[],
	name: string,
	value: JsonValue | undefined
): Changes {
	const [change] = changes;
	if (!change) return ok(changes);
	const text = yaml.slice(0, change.from) + change.text + yaml.slice(change.to);
	const [before, after] = [yaml, text].map((it) => parseDocument(it, { prettyErrors: false }));
	if (!before || !after || before.errors.length > 0 || after.errors.length > 0) {
		return fail('broken');
	}
	if (!isMap<Node>(after.contents)) return value === undefined ? ok(changes) : fail('broken');
	const [old, now] = [yaml, text].map((it) => frontNodes(it));
	const others = (fields: readonly FrontNode[] = []) =>
		fields.filter((it) => it.name !== name).map((it) => [it.name, it.value]);
	const written = now?.find((it) => it.name === name)?.value;
	return isSame(others(old), others(now)) && isSame(written, value) ? ok(changes) : fail('broken');
}

/** A copy with a value in it; `undefined` where the path leads nowhere. */
function withValue(
	whole: JsonValue,
	[first, ...rest]: FieldPath,
	value: JsonValue
): JsonValue | undefined {
	if (first === undefined) return value;
	if (typeof first === 'number') {
		const list = (Array.isArray(whole) ? whole : whole === null ? [] : undefined) as
			JsonValue[] | undefined;
		if (!list || first > list.length || first < 0) return undefined;
		const inner = withValue(list[first] ?? null, rest, value);
		return inner === undefined ? undefined : list.toSpliced(first, 1, inner);
	}
	if (whole !== null && !isFields(whole)) return undefined;
	const inner = withValue(whole?.[first] ?? null, rest, value);
	return inner === undefined ? undefined : { ...whole, [first]: inner };
}

function valueAt(whole: JsonValue, path: FieldPath): JsonValue | undefined {
	return path.reduce<JsonValue | undefined>((value, key) => {
		if (typeof key === 'number')
			return Array.isArray(value) ? (value as JsonValue[])[key] : undefined;
		return value !== undefined && isFields(value) ? value[key] : undefined;
	}, whole);
}
