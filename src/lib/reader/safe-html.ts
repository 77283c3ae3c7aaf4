import { escapeMarkup } from '#lib/edition/escape-markup.ts';

/** Elements that the compiler writes, and the attributes each may carry. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
	P: [],
	UL: [],
	OL: [],
	LI: [],
	STRONG: [],
	EM: [],
	A: ['href'],
	BDI: ['dir'],
	SPAN: ['lang', 'dir']
};

/**
 * Another site by https, under a host that cannot be taken for another, or a page of this app.
 * `//host` and `/\host` would be another site without saying so.
 */
const ALLOWED_HREF = /^(https:\/\/(?!\S*xn--)[\w.-]+(:\d+)?([/?#]|$)|\/\w)/;

/**
 * The second check of an article's HTML, in a document that loads and runs nothing. `undefined` if
 * all of it is on the list, else its plain text.
 */
export function plainTextOfUnsafe(html: string): string | undefined {
	const parsed = new DOMParser().parseFromString(html, 'text/html');
	return isSafe(parsed) ? undefined : parsed.body.textContent;
}

/**
 * HTML for a page that is written as text: what was checked, written anew, so that no browser can
 * read it otherwise; else its text, escaped.
 */
export function checkedHtml(html: string): string {
	const parsed = new DOMParser().parseFromString(html, 'text/html');
	return isSafe(parsed) ? parsed.body.innerHTML : escapeMarkup(parsed.body.textContent);
}

function isSafe(parsed: Document): boolean {
	const { documentElement: root, head, body } = parsed;
	// a stray <html>, <head> or <body> leaves its attributes on the one that is there
	const hasAttributes = [root, head, body].some(({ attributes }) => attributes.length > 0);
	if (hasAttributes || head.childElementCount > 0) return false;
	// what is a comment here may be something else in another place
	if (parsed.createNodeIterator(parsed, NodeFilter.SHOW_COMMENT).nextNode()) return false;
	return [...body.querySelectorAll('*')].every(isAllowedElement);
}

function isAllowedElement(element: Element): boolean {
	const attributes = Object.hasOwn(ALLOWED, element.tagName) ? ALLOWED[element.tagName] : undefined;
	if (!attributes) return false;
	return [...element.attributes].every(({ name, value }) => {
		if (!attributes.includes(name)) return false;
		return name !== 'href' || ALLOWED_HREF.test(value);
	});
}
