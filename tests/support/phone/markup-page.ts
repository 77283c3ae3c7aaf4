import { mount, unmount } from 'svelte';
import SafeHtml from '#lib/reader/text/SafeHtml.svelte';
import { checkedHtml } from '#lib/reader/text/safe-html.ts';

/** A piece of markup that is shown wrongly, and the reason. */
export interface Difference {
	readonly html: string;
	readonly why: string;
}
export interface Shown {
	readonly differences: readonly Difference[];
	/** How many pieces were shown as elements, and how many as plain text. */
	readonly asElements: number;
	readonly asText: number;
}

declare global {
	interface Window {
		showMarkup: (all: readonly string[]) => Shown;
	}
}

const XHTML = 'http://www.w3.org/1999/xhtml';
/** Written out again from the compiler's list, so that an error in the app's own list is noticed. */
const MAY: Readonly<Record<string, RegExp>> = {
	...{ p: /^$/, ul: /^$/, ol: /^$/, li: /^$/, strong: /^$/, em: /^$/ },
	a: /^(href=(https:\/\/[\w.-]+(:\d+)?([/?#].*)?|\/\w.*))?$/s,
	bdi: /^(dir=(ltr|rtl|auto))?$/,
	span: /^(lang=[\w-]+)?;?(dir=(ltr|rtl|auto))?$/
};

function mayStand(element: Element): boolean {
	const rule = element.namespaceURI === XHTML ? MAY[element.localName] : undefined;
	const attributes = [...element.attributes].map(({ name, value }) => `${name}=${value}`);
	return rule?.test(attributes.sort().reverse().join(';')) ?? false;
}

function fragmentOf(html: string): DocumentFragment {
	const template = document.createElement('template');
	template.innerHTML = html;
	return template.content;
}

/** Removes the empty comments and texts that Svelte inserts as anchors. */
function ownNodes(around: ParentNode & Node): DocumentFragment {
	const own = document.createDocumentFragment();
	for (const node of around.childNodes) {
		const isMark = node instanceof Comment ? node.data === '' : node.textContent === '';
		if (!isMark || node instanceof Element) own.append(node.cloneNode(true));
	}
	return own;
}

/** Renders each piece as a page does and as a saved file does, and reports what is shown wrongly. */
window.showMarkup = (all) => {
	const differences: Difference[] = [];
	let asElements = 0;
	for (const html of all) {
		const around = document.createElement('section');
		document.body.append(around);
		const app = mount(SafeHtml, { target: around, props: { html } });
		const inserted = ownNodes(around);
		const file = inFile(checkedHtml(html));
		for (const [where, nodes] of [
			['page', inserted],
			['file', file]
		] as const) {
			const why = whyWrong(html, nodes);
			if (why) differences.push({ html, why: `${where}: ${why}` });
		}
		if (inserted.firstElementChild) asElements += 1;
		void unmount(app);
		around.remove();
	}
	return { differences, asElements, asText: all.length - asElements };
};

/** The nodes of one item after the whole page was parsed from its beginning. */
function inFile(checked: string): DocumentFragment {
	const page = `<!doctype html><body><main><ul><li>${checked}</li></ul></main></body>`;
	const parsed = new DOMParser().parseFromString(page, 'text/html');
	const item = parsed.querySelector('main > ul:only-child > li:only-child');
	const isWhole = parsed.body.childElementCount === 1 && parsed.head.childElementCount === 0;
	return item && isWhole ? ownNodes(item) : fragmentOf('<b>it left its place</b>');
}

function whyWrong(html: string, nodes: DocumentFragment): string | undefined {
	const stranger = [...nodes.querySelectorAll('*')].find((it) => !mayStand(it));
	if (stranger) return stranger.outerHTML;
	const walker = document.createTreeWalker(nodes, NodeFilter.SHOW_COMMENT);
	if (walker.nextNode()) return 'a comment';
	if (!nodes.firstElementChild) return undefined;
	// what was inserted must be exactly the nodes that the check has seen
	const source = fragmentOf(html);
	for (const it of [source, nodes]) it.normalize();
	return source.isEqualNode(nodes) ? undefined : 'other nodes than the checked ones';
}
