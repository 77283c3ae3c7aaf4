import { compareWords } from '#lib/edition/text/compare-words.ts';
import type { PartChange, SourceDocument } from '../contract/document.ts';

/** The words of a text by its fields and blocks, as an approval is for them. */
function partsOf({ fields, blocks }: SourceDocument): Map<string, string> {
	const own = fields
		.filter(({ name }) => name !== 'approvedBy')
		.map(({ name, value }) => [name, wordsOf(value)] as const);
	const ofBody = blocks.map(({ id, heading, items }) => {
		return [`{#${id}}`, [heading, ...items.map(({ source }) => source)].join('\n')] as const;
	});
	return new Map([...own, ...ofBody]);
}

const wordsOf = (value: unknown): string =>
	typeof value === 'string' ? value : JSON.stringify(value);

/** What differs between two texts of one file, part by part and word by word. */
export function partChanges(before: SourceDocument, after: SourceDocument): PartChange[] {
	const [was, now] = [partsOf(before), partsOf(after)];
	return [...new Set([...now.keys(), ...was.keys()])].flatMap((part) => {
		const [old, text] = [was.get(part) ?? '', now.get(part) ?? ''];
		return old === text ? [] : [{ part, words: compareWords(old, text) }];
	});
}
