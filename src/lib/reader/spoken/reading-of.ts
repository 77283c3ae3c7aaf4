import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { cutSentences } from './cut-sentences.ts';

/** One sentence, and where it stands on the page. */
export interface Sentence {
	readonly text: string;
	readonly range: Range;
	/** Which step it belongs to, from 1; absent outside of the steps. */
	readonly step?: number;
	/** The heading that it stands under, after the steps. */
	readonly under?: string;
}

/** What is not said: what is tapped, what lists other pages, and what only ears would find twice. */
const UNSAID = 'a, button, svg, .rows, .pin, .meta, .tools, h2.unseen, [hidden], [data-unsaid]';
const BLOCKS = 'h1, h2, p, li, blockquote, div, strong, .label';

/**
 * A guide as it stands on the page, cut into sentences in the order of the page: the label of a draft, the
 * title, the steps, and what comes below them. Only what is in the language of the voice is said.
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
		const place = isStep ? { step: steps.indexOf(item) + 1 } : under === undefined ? {} : { under };
		return cutSentences(text, lang).map(({ start, end }) => ({
			text: text.slice(start, end).replaceAll(/\s+/g, ' '),
			range: rangeOf(nodes, start, end),
			...place
		}));
	});
}

/** Texts that belong together: those of one block that is not cut by another. */
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
