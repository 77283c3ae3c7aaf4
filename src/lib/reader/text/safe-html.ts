import { escapeMarkup } from '#lib/edition/escape-markup.ts';

/** HTML that may stand in a page as it is; else the plain text that is shown in its place. */
export type CheckedHtml = { readonly html: string } | { readonly text: string };

const XHTML = 'http://www.w3.org/1999/xhtml';

/** Elements that the compiler writes, and the attributes each may carry. */
export const ALLOWED: Readonly<Record<string, readonly string[]>> = {
	p: [],
	ul: [],
	ol: [],
	li: [],
	strong: [],
	em: [],
	a: ['href'],
	bdi: ['dir'],
	span: ['lang', 'dir']
};

export const VALUES: Readonly<Record<string, RegExp>> = {
	// another site by https, under a host that cannot be taken for another, or a page of this app:
	// `//host` and `/\host` would be another site without saying so
	href: /^(https:\/\/(?!\S*[Xx][Nn]--)[\w.-]+(:\d+)?([/?#]|$)|\/\w)/,
	dir: /^(ltr|rtl|auto)$/,
	lang: /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/
};

/**
 * The second check of an article's HTML. It is parsed as a fragment, where nothing loads or runs,
 * and written anew from the nodes that were looked at; what comes back reads as these nodes again,
 * so what is checked is what is inserted. What is not on the list, or what a parser had to mend,
 * comes back as its plain text.
 */
export function checkHtml(html: string): CheckedHtml {
	const nodes = parseFragment(html);
	const written = writeChildren(nodes);
	if (written !== undefined && readsAs(written, nodes, html)) return { html: written };
	return { text: nodes.textContent };
}

/** For a page that is written as text: the checked HTML, else its plain text, escaped. */
export function checkedHtml(html: string): string {
	const checked = checkHtml(html);
	return 'html' in checked ? checked.html : escapeMarkup(checked.text);
}

/** A template's content belongs to a document without a window: no script, picture or navigation. */
function parseFragment(html: string): DocumentFragment {
	const template = document.createElement('template');
	template.innerHTML = html;
	return template.content;
}

/** Whether a parser makes the same nodes again, and left out or put in nothing the first time. */
function readsAs(written: string, nodes: DocumentFragment, html: string): boolean {
	if (written === html) return true;
	return countTags(written) === countTags(html) && parseFragment(written).isEqualNode(nodes);
}

const countTags = (html: string): number => html.split('<').length;

/** As the compiler writes it, to the letter; `undefined` if anything is not on the list. */
function writeChildren(parent: Node): string | undefined {
	let written = '';
	for (const node of parent.childNodes) {
		const next = node instanceof Text ? escapeText(node.data) : writeElement(node);
		if (next === undefined) return undefined;
		written += next;
	}
	return written;
}

function writeElement(node: Node): string | undefined {
	if (!(node instanceof Element) || !isAllowed(node)) return undefined;
	const inside = writeChildren(node);
	if (inside === undefined) return undefined;
	const { localName } = node;
	const attributes = [...node.attributes].map(
		({ name, value }) => ` ${name}="${escapeValue(value)}"`
	);
	return `<${localName}${attributes.join('')}>${inside}</${localName}>`;
}

function isAllowed({ localName, namespaceURI, parentElement, attributes }: Element): boolean {
	const names = Object.hasOwn(ALLOWED, localName) ? ALLOWED[localName] : undefined;
	if (!names || namespaceURI !== XHTML) return false;
	// by itself it would end the item of a list into which it is put
	if (localName === 'li' && !/^[uo]l$/.test(parentElement?.localName ?? '')) return false;
	return [...attributes].every(
		({ name, namespaceURI: space, value }) =>
			space === null && names.includes(name) && VALUES[name]?.test(value)
	);
}

const escapeText = (text: string): string =>
	text.replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;');
const escapeValue = (text: string): string =>
	text.replace(/["&'`]/g, (it) => `&#x${it.charCodeAt(0).toString(16).toUpperCase()};`);
