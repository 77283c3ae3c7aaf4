import { escapeMarkup } from '#lib/edition/text/escape-markup.ts';

/** HTML that is safe to insert into a page, or the plain text to show instead. */
export type CheckedHtml = { readonly html: string } | { readonly text: string };

const XHTML = 'http://www.w3.org/1999/xhtml';

/** The elements that the compiler writes, and the attributes that each may have. */
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
	// another site by https, without a punycode host, which may look like another; or a page of this
	// app. `//host` and `/\host` are other sites in disguise
	href: /^(https:\/\/(?!\S*[Xx][Nn]--)[\w.-]+(:\d+)?([/?#]|$)|\/\w)/,
	dir: /^(ltr|rtl|auto)$/,
	lang: /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/
};

/**
 * Checks the HTML of an article a second time, after the compiler. Parses it as a fragment, where nothing
 * loads or runs, and serializes the nodes that were checked, so that what is checked is what is inserted.
 * Gives plain text if anything is not on the list, or if the parser had to repair anything.
 */
export function checkHtml(html: string): CheckedHtml {
	const nodes = parseFragment(html);
	const written = writeChildren(nodes);
	if (written !== undefined && readsAs(written, nodes, html)) return { html: written };
	return { text: nodes.textContent };
}

/** Like `checkHtml`, for a page that is built as a string: plain text comes escaped. */
export function checkedHtml(html: string): string {
	const checked = checkHtml(html);
	return 'html' in checked ? checked.html : escapeMarkup(checked.text);
}

/** Parses in a template, whose document has no window: no scripts, images or navigation. */
function parseFragment(html: string): DocumentFragment {
	const template = document.createElement('template');
	template.innerHTML = html;
	return template.content;
}

/** Whether parsing `written` gives the same nodes again, and the parser repaired nothing in `html`. */
function readsAs(written: string, nodes: DocumentFragment, html: string): boolean {
	if (written === html) return true;
	return countTags(written) === countTags(html) && parseFragment(written).isEqualNode(nodes);
}

const countTags = (html: string): number => html.split('<').length;

/** Serializes nodes exactly as the compiler writes them. `undefined` if anything is not on the list. */
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
	// an `li` outside a list would close the list item that it is inserted into
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
