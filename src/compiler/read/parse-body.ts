import type { Heading, List, Paragraph, Parents, PhrasingContent, RootContent } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { problemAt, type Diagnostic } from '../base/diagnostic.ts';
import { inLine, type Fix } from '../base/fix.ts';
import { asMarker, parseMarkers, withoutMarkers, type Marker } from './fact-markers.ts';

/** A paragraph or a list item: what one marker or more must cover, and what is shown as one. */
export interface Unit {
	readonly kind: 'paragraph' | 'item';
	readonly line: number;
	/** The running text without markers, ready to be rendered. */
	readonly paragraph: Paragraph;
	/** The same as plain text. */
	readonly text: string;
	readonly markers: readonly Marker[];
	/** Words after the last marker. */
	readonly tail: string;
	/** Something in braces was no marker, which is reported already. */
	readonly hasStrays: boolean;
	readonly links: readonly { readonly line: number; readonly url: string }[];
}

/** A paragraph of its own, or a list. */
export interface Part {
	readonly kind: 'paragraph' | 'ordered' | 'bullets';
	readonly line: number;
	readonly units: readonly Unit[];
}

/** `## Do {#do}` and what follows it. */
export interface Block {
	readonly anchor: string;
	readonly heading: string;
	readonly line: number;
	readonly parts: readonly Part[];
}

export const unitsOf = (block: Block): Unit[] => block.parts.flatMap(({ units }) => units);

/** The fact markers of blocks, in their order. */
export const markersIn = (blocks: readonly Block[]): Marker[] =>
	blocks.flatMap(unitsOf).flatMap(({ markers }) => markers);

interface Body {
	readonly blocks: readonly Block[];
	readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the blocks of an article. `text` is the whole file with its front matter blanked out, so
 * that the lines of the tree are the lines of the file.
 */
export function parseBody(name: string, text: string): Body {
	const { blocks, diagnostics } = new BodyParser(name).parse(text);
	return { blocks, diagnostics };
}

const parser = unified().use(remarkParse);
const ANCHOR = /^(.*?)\s*\{#([a-z-]*)\}$/s;

/** Collects blocks and problems while it walks down the tree: no problem hides the next. */
class BodyParser {
	readonly blocks: { anchor: string; heading: string; line: number; parts: Part[] }[] = [];
	readonly diagnostics: Diagnostic[] = [];
	readonly #name: string;

	constructor(name: string) {
		this.#name = name;
	}

	parse(text: string): this {
		for (const node of parser.parse(text).children) {
			if (node.type === 'heading') this.#heading(node);
			else this.#content(node);
		}
		return this;
	}

	#heading(node: Heading): void {
		const [, heading = '', anchor = ''] = ANCHOR.exec(textOf(node)) ?? [];
		const line = lineOf(node);
		if (node.depth !== 2 || !anchor || !heading) {
			const remedy = 'Write it as a block of the model, such as: ## Do {#do}';
			this.#report(line, 'a heading that is not "## Words {#anchor}"', remedy);
		}
		this.blocks.push({ anchor, heading, line, parts: [] });
	}

	#content(node: RootContent): void {
		const line = lineOf(node);
		const part = this.#part(node);
		if (!part) return;
		const block = this.blocks.at(-1);
		if (block) block.parts.push(part);
		else this.#report(line, 'text above the first heading', 'Put it into a block, or delete it.');
	}

	#part(node: RootContent): Part | undefined {
		const line = lineOf(node);
		if (node.type === 'paragraph') {
			return { kind: 'paragraph', line, units: [this.#unit('paragraph', node)] };
		}
		if (node.type === 'list') {
			const kind = node.ordered ? 'ordered' : 'bullets';
			return { kind, line, units: this.#items(node) };
		}
		this.#refuse(node);
		return undefined;
	}

	#items(list: List): Unit[] {
		return list.children.flatMap((item) => {
			const [first, ...others] = item.children;
			for (const other of others) {
				if (other.type === 'paragraph') this.#report(lineOf(other), TWO_PARAGRAPHS, ONE_IDEA);
				else this.#refuse(other);
			}
			if (first?.type === 'paragraph') return [this.#unit('item', first)];
			if (first) this.#refuse(first);
			else this.#report(lineOf(item), 'an empty list item', 'Write it, or delete it.');
			return [];
		});
	}

	#unit(kind: Unit['kind'], source: Paragraph): Unit {
		const links: { line: number; url: string }[] = [];
		for (const node of descendants(source)) {
			if (node.type === 'link') links.push({ line: lineOf(node), url: node.url });
			else if (!INLINE.has(node.type)) this.#refuse(node);
		}
		const line = lineOf(source);
		const { markers, strays, tail } = parseMarkers(textOf(source), line);
		for (const stray of strays) {
			const remedy = 'Write fact ids such as {3.15, 10.01}, or {practice} alone.';
			const meant = asMarker(stray.text);
			const fixes = meant === undefined ? [] : [inLine(stray.text, meant)];
			this.#report(stray.line, `"${stray.text}" is not a fact marker`, remedy, fixes);
		}
		const paragraph = trimmed(source);
		const hasStrays = strays.length > 0;
		return { kind, line, paragraph, text: textOf(paragraph), markers, tail, hasStrays, links };
	}

	#refuse(node: RootContent): void {
		const [what, remedy] = REFUSED[node.type] ?? [node.type, 'Write paragraphs and lists only.'];
		this.#report(lineOf(node), `${what} is not allowed`, remedy);
	}

	#report(line: number, problem: string, remedy: string, fixes: readonly Fix[] = []): void {
		this.diagnostics.push(problemAt({ name: this.#name }, line, problem, remedy, fixes));
	}
}

const TWO_PARAGRAPHS = 'a list item with more than one paragraph';
const ONE_IDEA = 'Write one idea a line: make it an item of its own.';

const INLINE: ReadonlySet<string> = new Set(['text', 'strong', 'emphasis', 'link']);

const REFUSED: Readonly<Record<string, readonly [what: string, remedy: string]>> = {
	html: ['raw HTML', 'Write Markdown. If you mean the sign itself, write &lt;.'],
	list: ['a list inside a list', 'Make it one list.'],
	image: ['a picture', 'Say it in words: the text must stand alone.'],
	break: ['a forced line break', 'Take away the spaces or the backslash at the end of the line.'],
	code: ['a code block', 'Take away the spaces or the fence at the start of the line.'],
	inlineCode: ['code', 'Write it as plain words.'],
	blockquote: ['a block quote', 'Put the quote in double quotes and say whose words they are.'],
	thematicBreak: ['a line across', 'Use a heading, or delete it.'],
	definition: ['a link definition', 'Write the address in the link itself: [words](https://…).'],
	linkReference: [
		'a link by reference',
		'Write the address in the link itself: [words](https://…).'
	]
};

const lineOf = (node: RootContent): number => node.position?.start.line ?? 1;

function descendants(parent: Parents): PhrasingContent[] {
	const children = parent.children as PhrasingContent[];
	return children.flatMap((child) => ['children' in child ? descendants(child) : [], child].flat());
}

/** The words of a node and of everything in it. */
export function textOf(node: Parents | PhrasingContent): string {
	if ('children' in node)
		return node.children.map((child) => textOf(child as PhrasingContent)).join('');
	return 'value' in node ? node.value : '';
}

/** A copy without markers, and without white space at its ends. */
function trimmed(paragraph: Paragraph): Paragraph {
	const copy = structuredClone(paragraph);
	for (const node of descendants(copy)) {
		if (node.type === 'text') node.value = withoutMarkers(node.value);
	}
	const last = copy.children.at(-1);
	if (last?.type === 'text') last.value = last.value.trimEnd();
	return copy;
}
