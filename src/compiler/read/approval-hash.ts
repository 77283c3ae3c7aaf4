import { parse } from 'yaml';
import { compareText } from '../base/diagnostic.ts';
import { normalizeText } from './normalize-text.ts';
import { sha256 } from '../base/text-hash.ts';
import { splitArticle } from './split-source.ts';

/** The field that holds the approvals: they are for the whole file but this field. */
export const APPROVALS = 'approvedBy';

/**
 * What an approval is for: SHA-256 of everything in a source file but its approvals. Line ends, spaces
 * at the ends of lines, comments, and the order and layout of the fields do not count; every value, word,
 * marker and heading does. Throws if the YAML cannot be read.
 */
export function approvalHash(file: string): string {
	const text = normalizeText(file).normalize('NFC');
	const { yaml, body } = splitArticle(text) ?? { yaml: text, body: '' };
	const front: unknown = parse(yaml);
	const fields = isFields(front)
		? Object.fromEntries(Object.entries(front).filter(([name]) => name !== APPROVALS))
		: front;
	const words = body.replaceAll(/[ \t]+$/gm, '').trim();
	return sha256(`${JSON.stringify(sorted(fields))}\n${words}`);
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Fields in the order of their names; lists keep theirs, which means something. */
function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (!isFields(value)) return value;
	const entries = Object.entries(value).sort(([a], [b]) => compareText(a, b));
	return Object.fromEntries(entries.map(([name, inner]) => [name, sorted(inner)]));
}
