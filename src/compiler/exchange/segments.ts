import type { ListItem, RootContent } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { isMap, isScalar, parseDocument } from 'yaml';
import { splitArticle } from '../read/split-source.ts';
import { translatedFields, type TranslatedKind } from '../read/translated-front.ts';

/** Words to translate, and where they stand in their file. */
export interface Segment {
	/** `title`, the heading `do`, its third step `do.3`. */
	readonly id: string;
	/** A field of the front matter, or a part of the body: of which block. */
	readonly block: string | undefined;
	/** Offsets in the text of the file. */
	readonly start: number;
	readonly end: number;
	/** The words: of a field without its quotes, of the body as Markdown. */
	readonly words: string;
}

const HEADING = /^(##\s+)(.*?)\s*\{#([a-z-]+)\}\s*$/;
/** A line that names a contact, whose words are its own. */
const CONTACT = /^contact:\S+\s*(\{[^{}]*\})?\s*$/;

const parser = unified().use(remarkParse);

/** Cuts a source text into the words that a translation has, in the order of the file. */
export function segmentsOf(kind: TranslatedKind, text: string): Segment[] {
	const split = kind === 'guide' || kind === 'directive' ? splitArticle(text) : undefined;
	const yaml = split ?? { start: 0, yaml: text, body: '' };
	const bodyStart = text.length - yaml.body.length;
	return [...fieldsOf(kind, yaml.yaml, yaml.start), ...bodyOf(yaml.body, bodyStart)];
}

function fieldsOf(kind: TranslatedKind, yaml: string, offset: number): Segment[] {
	const { contents } = parseDocument(yaml);
	if (!isMap(contents)) return [];
	const names = translatedFields(kind);
	return contents.items.flatMap(({ key, value }) => {
		const name = isScalar(key) ? String(key.value) : '';
		if (!names.includes(name) || !isScalar(value) || !value.range) return [];
		const [start, end] = value.range;
		const words = typeof value.value === 'string' ? value.value : (value.source ?? '');
		return words === ''
			? []
			: [{ id: name, block: undefined, start: start + offset, end: end + offset, words }];
	});
}

function bodyOf(body: string, offset: number): Segment[] {
	const segments: Segment[] = [];
	let block = '';
	let count = 0;
	const add = (id: string, start: number, end: number): void => {
		const words = body.slice(start, end);
		segments.push({ id, block, start: start + offset, end: end + offset, words });
	};
	const addUnit = (node: RootContent): void => {
		const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
		count += 1;
		if (!CONTACT.test(body.slice(start, end))) add(`${block}.${count}`, start, end);
	};
	for (const node of parser.parse(body).children) {
		const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
		if (node.type === 'heading') {
			const [, sign = '', words = '', anchor = ''] = HEADING.exec(body.slice(start, end)) ?? [];
			block = anchor;
			count = 0;
			if (anchor !== '') add(anchor, start + sign.length, start + sign.length + words.length);
		} else if (node.type === 'list') node.children.flatMap(paragraphsOf).forEach(addUnit);
		else addUnit(node);
	}
	return segments;
}

const paragraphsOf = ({ children }: ListItem): RootContent[] => children.slice(0, 1);
