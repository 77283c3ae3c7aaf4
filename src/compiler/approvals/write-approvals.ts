import { isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml';
import type { Approval } from '../read/front-matter.ts';
import { normalizeText } from '../read/normalize-text.ts';
import { APPROVALS } from '../read/approval-hash.ts';
import { splitArticle } from '../read/split-source.ts';

/**
 * Puts approvals into the text of a source file, in the place of those that are there, and leaves the
 * rest as it is, with its byte order mark and its kind of line ends.
 */
export function writeApprovals(file: string, approvals: readonly Approval[]): string {
	const text = normalizeText(file);
	const { start, yaml } = splitArticle(text) ?? { start: 0, yaml: text };
	const [from, to] = placeOf(yaml);
	const isNew = from === to;
	const field = `${fieldOf(approvals)}${isNew ? '\n' : ''}`;
	const written = text.slice(0, start + from) + field + text.slice(start + to);
	const mark = file.startsWith('\uFEFF') ? '\uFEFF' : '';
	return mark + (file.includes('\r\n') ? written.replaceAll('\n', '\r\n') : written);
}

/** Where the field stands in the YAML, with its value; the end of the YAML if it is absent. */
function placeOf(yaml: string): readonly [from: number, to: number] {
	const { contents } = parseDocument(yaml);
	const items = isMap<Node, Node | null>(contents) ? contents.items : [];
	const pair = items.find(({ key }) => isScalar(key) && key.value === APPROVALS);
	const from = pair?.key.range?.[0];
	if (from === undefined) return [yaml.length, yaml.length];
	const value = pair?.value;
	// the range of a list over several lines would include a comment that follows it
	const last = isSeq<Node>(value) && value.flow !== true ? value.items.at(-1) : undefined;
	return [from, (last ?? value ?? pair?.key)?.range?.[1] ?? from];
}

function fieldOf(approvals: readonly Approval[]): string {
	if (approvals.length === 0) return `${APPROVALS}: []`;
	const rows = approvals.map(({ name, role, on, hash, proof }) => {
		const who = `name: ${JSON.stringify(name)}, role: ${JSON.stringify(role)}`;
		const proved = proof ? `, proof: ${proofText(proof)}` : '';
		return `\n  - {${who}, on: ${on}, hash: "${hash}"${proved}}`;
	});
	return `${APPROVALS}:${rows.join('')}`;
}

const proofText = (proof: NonNullable<Approval['proof']>): string =>
	`{${Object.entries(proof)
		.map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
		.join(', ')}}`;
