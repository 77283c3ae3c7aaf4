import { Readability } from '@mozilla/readability';
import { JSDOM, VirtualConsole } from 'jsdom';

export interface PageText {
	readonly title: string;
	/** Every word of the page, in which its parts are kept apart by spaces. */
	readonly text: string;
	/** Its article without menus and footers; all of it, where no article is found. */
	readonly main: string;
	/** It has scripts, so it may be a page that scripts write. */
	readonly hasScripts: boolean;
}

/** Reads the words of a page. No script runs, nothing is loaded. */
export function readHtml(html: string, url: string): PageText {
	// a console that listens to nothing: broken style sheets are not our concern
	const { window } = new JSDOM(html, { url, virtualConsole: new VirtualConsole() });
	const { document } = window;
	const title = document.title.trim();
	const hasScripts = document.querySelector('script') !== null;
	for (const element of document.querySelectorAll(NO_WORDS)) element.remove();
	const text = wordsOf(document.body);
	// it takes the document apart, so it comes last
	const article = new Readability(document).parse()?.content;
	const main = article ? wordsOf(new JSDOM(article).window.document.body) : text;
	window.close();
	return { title, text, main, hasScripts };
}

const NO_WORDS = 'script, style, template, svg, iframe, object';

/** Elements that stand within a line: all others part words. */
const INLINE: ReadonlySet<string> = new Set(
	'A ABBR B BDI BDO CITE CODE DATA DEL DFN EM FONT I INS KBD MARK Q S SMALL SPAN STRONG SUB SUP TIME U VAR WBR'.split(
		' '
	)
);

function wordsOf(element: Element): string {
	const parts: string[] = [];
	const walk = (node: Node): void => {
		if (node.nodeType === 3) parts.push(node.textContent ?? '');
		if (node.nodeType !== 1) return;
		const isInline = INLINE.has(node.nodeName);
		if (!isInline) parts.push('\n');
		for (const child of node.childNodes) walk(child);
		if (!isInline) parts.push('\n');
	};
	walk(element);
	return tidy(parts.join(''));
}

/** One space between words, one line for each part. */
export const tidy = (text: string): string =>
	text
		.replaceAll(/[^\S\n]+/g, ' ')
		.replaceAll(/ ?\n[ \n]*/g, '\n')
		.trim();
