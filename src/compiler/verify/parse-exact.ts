import * as v from 'valibot';
import { parseJson } from '#lib/edition/text/parse-json.ts';
import { fail, ok, type Result } from '#lib/edition/result.ts';
import { toText, type Bytes } from '#lib/trust/signed/bytes.ts';

/**
 * Parses JSON in exactly the form that the compiler writes: known fields in a fixed order, no white
 * space, no key twice, no byte order mark. Phones ignore what they do not know; a publisher must not
 * send it out. The reason names the first place that differs.
 */
export function parseExact<Schema extends v.GenericSchema>(
	schema: Schema,
	bytes: Bytes
): Result<v.InferOutput<Schema>, string> {
	const text = textOf(bytes);
	const json = text === undefined ? undefined : parseJson(text);
	if (text === undefined || json === undefined) return fail('is not JSON in UTF-8');
	const parsed = v.safeParse(schema, json);
	if (!parsed.success) {
		const [issue] = parsed.issues;
		return fail(`${v.getDotPath(issue) ?? 'it'}: ${issue.message}`);
	}
	if (JSON.stringify(parsed.output) === text) return ok(parsed.output);
	const place = firstDifference(json, parsed.output);
	return fail(
		place === undefined
			? 'is not in the form that the compiler writes: a space, another order, or a key twice'
			: `has something at ${place} that this release does not know`
	);
}

function textOf(bytes: Bytes): string | undefined {
	try {
		return toText(bytes);
	} catch {
		return undefined;
	}
}

/** The path of the first value that parsing changed or left out, such as `languages.3`. */
function firstDifference(from: unknown, to: unknown, path = ''): string | undefined {
	if (typeof from !== 'object' || from === null) return from === to ? undefined : path;
	if (typeof to !== 'object' || to === null) return path;
	const known = to as Readonly<Record<string, unknown>>;
	for (const [key, value] of Object.entries(from)) {
		const place = path === '' ? key : `${path}.${key}`;
		const found = Object.hasOwn(known, key) ? firstDifference(value, known[key], place) : place;
		if (found !== undefined) return found;
	}
	return undefined;
}
