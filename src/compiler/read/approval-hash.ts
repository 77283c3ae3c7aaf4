import { parse } from 'yaml';
import { compareText } from '../base/diagnostic.ts';
import { normalizeText } from './normalize-text.ts';
import { sha256 } from '../base/text-hash.ts';
import { splitArticle } from './split-source.ts';

/** The field that holds the approvals: they are for the whole file but this field. */
export const APPROVALS = 'approvedBy';

/** Of the English; a review that changes no word leaves the approvals of translations standing. */
const REVIEW: ReadonlySet<string> = new Set(['checkedOn', 'reviewBy', 'legalReview']);

/**
 * What an approval is for: SHA-256 of everything in a source file but its approvals. Line ends, spaces
 * at the ends of lines, comments, and the order and layout of the fields do not count; every value, word,
 * marker and heading does. `english` is the file that a translation stands beside: the fields that it
 * takes over from there count like its own. Throws if the YAML cannot be read.
 */
export function approvalHash(file: string, english?: string): string {
	const { fields, body } = partsOf(file);
	const whole =
		isFields(fields) && english !== undefined ? { ...inherited(english), ...fields } : fields;
	const words = body.replaceAll(/[ \t]+$/gm, '').trim();
	return sha256(`${JSON.stringify(sorted(whole))}\n${words}`);
}

function inherited(english: string): Fields {
	const { fields } = partsOf(english);
	if (!isFields(fields)) return {};
	return Object.fromEntries(Object.entries(fields).filter(([name]) => !REVIEW.has(name)));
}

function partsOf(file: string): { readonly fields: unknown; readonly body: string } {
	const text = normalizeText(file).normalize('NFC');
	const { yaml, body } = splitArticle(text) ?? { yaml: text, body: '' };
	const front: unknown = parse(yaml);
	if (!isFields(front)) return { fields: front, body };
	const fields = Object.entries(front).filter(([name]) => name !== APPROVALS);
	return { fields: Object.fromEntries(fields), body };
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Fields in the order of their names; lists keep theirs, which means something. */
function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (!isFields(value)) return value;
	const entries = Object.entries(value).sort(([a], [b]) => compareText(a, b));
	return Object.fromEntries(entries.map(([name, inner]) => [name, sorted(inner)]));
}
