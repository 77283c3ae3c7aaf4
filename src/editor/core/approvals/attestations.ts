import { parse } from 'yaml';
import { personOf } from '../../../compiler/approvals/approvals.ts';
import { normalizeText } from '../../../compiler/read/normalize-text.ts';
import { splitArticle } from '../../../compiler/read/split-source.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Whether a text says of somebody that they approved, checked or translated it, and no text before said
 * so. Who edits may say of themselves that they translated it.
 */
export function hasNewAttestation(
	text: string,
	known: readonly (string | null | undefined)[],
	by: string
): boolean {
	const before = new Set(known.flatMap((it) => attestationsOf(it ?? '')));
	const own = JSON.stringify(['by', personOf(by)]);
	return attestationsOf(text).some((it) => it !== own && !before.has(it));
}

/** Each as one string, to be compared. */
function attestationsOf(text: string): string[] {
	const fields = fieldsOf(text);
	const approvals = Array.isArray(fields['approvedBy']) ? (fields['approvedBy'] as unknown[]) : [];
	const translation = isFields(fields['translation']) ? fields['translation'] : {};
	const { by, checkedBy } = translation;
	const named = (name: string, person: unknown): string[] =>
		typeof person === 'string' ? [JSON.stringify([name, personOf(person)])] : [];
	return [
		...approvals.map((it) => JSON.stringify(it)),
		...named('by', by),
		...named('checkedBy', checkedBy)
	];
}

function fieldsOf(file: string): Fields {
	const text = normalizeText(file);
	const { yaml } = splitArticle(text) ?? { yaml: text };
	try {
		const fields: unknown = parse(yaml);
		return isFields(fields) ? fields : {};
	} catch {
		// what cannot be read approves nothing
		return {};
	}
}

const isFields = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
