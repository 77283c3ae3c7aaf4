import type { Element, ElementContent } from 'hast';
import type { Paragraph, RootContent } from 'mdast';
import rehypeSanitize, { type Options } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { hrefOf } from '../text/links.ts';
import type { Block, Part, Unit } from '../read/parse-body.ts';

/**
 * All that published HTML may hold. The one component that shows it checks the same list again, so
 * an element that is new here needs a new app.
 */
const ALLOWED: Options = {
	tagNames: ['p', 'ul', 'ol', 'li', 'strong', 'em', 'a', 'bdi', 'span'],
	attributes: { a: ['href'], bdi: [['dir', 'ltr']], span: ['lang', 'dir'] },
	protocols: { href: ['https'] }
};

const processor = unified().use(remarkRehype).use(rehypeSanitize, ALLOWED).use(rehypeStringify);

/** A block of running text: paragraphs and lists. */
export function renderBlock({ parts }: Block, lang: LanguageTag): string {
	return toHtml(parts.flatMap((part) => toElements(part, lang)));
}

/** One item or paragraph, without an element around it: whoever shows it brings its own. */
export const renderUnit = (unit: Unit, lang: LanguageTag): string => toHtml(toInline(unit, lang));

function toElements({ kind, units }: Part, lang: LanguageTag): Element[] {
	const contents = units.map((unit) => toInline(unit, lang));
	if (kind === 'paragraph') return contents.map((children) => element('p', children));
	const items = contents.map((children) => element('li', children));
	return [element(kind === 'ordered' ? 'ol' : 'ul', items)];
}

function toInline({ paragraph }: Unit, lang: LanguageTag): ElementContent[] {
	const root = { type: 'root' as const, children: [withHrefs(paragraph, lang)] };
	const tree = processor.runSync(root);
	const [rendered] = tree.children;
	return rendered?.type === 'element' ? rendered.children.flatMap(isolateNumbers) : [];
}

function withHrefs(paragraph: Paragraph, lang: LanguageTag): RootContent {
	const copy = structuredClone(paragraph);
	const visit = (node: Paragraph | Paragraph['children'][number]) => {
		if (node.type === 'link') node.url = hrefOf(node.url, lang) ?? '';
		if ('children' in node) node.children.forEach(visit);
	};
	visit(copy);
	return copy;
}

/** Telephone numbers with hyphens, and short ones such as 911, that are part of no longer number. */
const PHONE = /(?<![\w.-])(?:(?:\+?1-)?\d{3}-\d{3}-\d{4}|[2-9]11)(?![A-Za-z\d]|[-.]\d)/g;

/** In text from right to left a number would be torn apart at its hyphens (src/content/README.md). */
function isolateNumbers(node: ElementContent): ElementContent[] {
	if (node.type === 'element') {
		return [{ ...node, children: node.children.flatMap(isolateNumbers) }];
	}
	if (node.type !== 'text') return [];

	const parts: ElementContent[] = [];
	let end = 0;
	for (const { 0: number, index } of node.value.matchAll(PHONE)) {
		if (index > end) parts.push(text(node.value.slice(end, index)));
		parts.push(element('bdi', [text(number)], { dir: 'ltr' }));
		end = index + number.length;
	}
	if (end < node.value.length) parts.push(text(node.value.slice(end)));
	return parts;
}

const text = (value: string): ElementContent => ({ type: 'text', value });

const element = (
	tagName: string,
	children: ElementContent[],
	properties: Element['properties'] = {}
): Element => ({ type: 'element', tagName, properties, children });

const toHtml = (children: ElementContent[]): string =>
	processor.stringify({ type: 'root', children });
