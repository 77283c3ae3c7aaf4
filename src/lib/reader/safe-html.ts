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
	const { head, body } = new DOMParser().parseFromString(html, 'text/html');
	const isSafe =
		head.childElementCount === 0 && [...body.querySelectorAll('*')].every(isAllowedElement);
	return isSafe ? undefined : body.textContent;
}

/** The HTML as it is where all of it is on the list; else its text, escaped, as HTML. */
export function checkedHtml(html: string): string {
	const text = plainTextOfUnsafe(html);
	if (text === undefined) return html;
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function isAllowedElement(element: Element): boolean {
	const attributes = Object.hasOwn(ALLOWED, element.tagName) ? ALLOWED[element.tagName] : undefined;
	if (!attributes) return false;
	return [...element.attributes].every(({ name, value }) => {
		if (!attributes.includes(name)) return false;
		return name !== 'href' || ALLOWED_HREF.test(value);
	});
}
