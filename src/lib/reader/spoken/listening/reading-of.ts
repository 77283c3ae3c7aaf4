import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { RecordedBlockName } from '#lib/edition/words.ts';
import { cutSentences } from './cut-sentences.ts';

/** A sentence, and its place on the page. */
export interface Sentence {
	readonly text: string;
	readonly range: Range;
	/** The step that it belongs to, counted from 1. Absent outside the steps. */
	readonly step?: number;
	/** The heading above it, below the steps. */
	readonly under?: string;
	/** The line of a recording that it is in. */
	readonly line?: LinePlace;
}

export interface LinePlace {
	readonly block: RecordedBlockName;
	/** 0: the heading, and before the steps the title. */
	readonly number: number;
}

/**
 * What is not read aloud: controls, lists of other pages, and what is on the page only for screen
 * readers.
 */
const UNSAID = 'a, button, svg, .rows, .pin, .meta, .tools, h2.unseen, [hidden], [data-unsaid]';
/** The selector by which the section of each block is known. */
const SECTIONS: readonly (readonly [RecordedBlockName, string])[] = [
	['do', '[data-steps]'],
	['say', '.say'],
	['dont', '.dont'],
	['if-wrong', '.wrong']
];
const LINES = '.line, li, p';
const BLOCKS = 'h1, h2, p, li, blockquote, div, strong, .label';

/**
 * Splits a guide on the page into sentences, in the order of the page: the draft label, the title,
 * the steps, and what comes after them. Only text in the language of the voice is included.
 */
export function readingOf(article: Element, lang: LanguageTag): Sentence[] {
	const main = article.querySelector('.first') ?? article;
	const label = main.querySelector('header .label');
	const steps = [...main.querySelectorAll('ol > li')].filter(
		(it) => it.closest('section') !== null
	);
	const firstList = steps[0]?.parentElement;
	const blocks = [...blocksOf(main, lang)];
	const labelFirst = [
		...blocks.filter(({ block }) => label?.contains(block)),
		...blocks.filter(({ block }) => !label?.contains(block))
	];

	let under: string | undefined;
	return labelFirst.flatMap(({ block, nodes }) => {
		const text = nodes.map(({ data }) => data).join('');
		if (block.matches('h2')) under = text.trim();
		const item = block.closest('ol > li');
		const isStep = item !== null && item.parentElement === firstList;
		const where = isStep ? { step: steps.indexOf(item) + 1 } : under === undefined ? {} : { under };
		const line = lineOf(block);
		return cutSentences(text, lang).map(({ start, end }) => ({
			text: text.slice(start, end).replaceAll(/\s+/g, ' '),
			range: rangeOf(nodes, start, end),
			...where,
			...(line && { line })
		}));
	});
}

/** Finds the line of a recording that an element of the page belongs to. */
function lineOf(block: Element): LinePlace | undefined {
	if (block.matches('h1')) return { block: 'do', number: 0 };
	const section = block.closest('section');
	const is = (sign: string) => section?.matches(sign) || section?.querySelector(sign);
	const name = SECTIONS.find(([, sign]) => is(sign))?.[0];
	if (!section || !name) return undefined;
	if (block.matches('h2')) return { block: name, number: 0 };
	const lines = [...section.querySelectorAll(LINES)].filter(
		(it) => it.parentElement?.closest(LINES) === null && !it.matches('.label, .meta')
	);
	const at = lines.findIndex((it) => it.contains(block));
	return at < 0 ? undefined : { block: name, number: at + 1 };
}

/** Groups the text nodes of each block. */
function* blocksOf(root: Element, lang: LanguageTag): Generator<{ block: Element; nodes: Text[] }> {
	const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
	let block: Element | undefined;
	let nodes: Text[] = [];
	while (walker.nextNode()) {
		const text = walker.currentNode as Text;
		const element = text.parentElement;
		if (!element || element.closest(UNSAID)) continue;
		const tongue = element.closest<HTMLElement>('[lang]')?.lang;
		if (tongue !== undefined && tongue !== lang) continue;
		const own = element.closest(BLOCKS) ?? root;
		if (own !== block && block && nodes.length > 0) {
			yield { block, nodes };
			nodes = [];
		}
		block = own;
		nodes.push(text);
	}
	if (block && nodes.length > 0) yield { block, nodes };
}

function rangeOf(nodes: readonly Text[], start: number, end: number): Range {
	const range = document.createRange();
	let at = 0;
	for (const node of nodes) {
		const to = at + node.length;
		if (start >= at && start < to) range.setStart(node, start - at);
		if (end > at && end <= to) range.setEnd(node, end - at);
		at = to;
	}
	return range;
}
