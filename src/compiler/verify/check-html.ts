/*
 * The compiler's HTML is a small language: text, five kinds of reference, and nine elements with
 * their attributes in one spelling. This reads exactly that, so no browser can read it otherwise
 * than we do, and the check on the phone (`lib/reader/safe-html.ts`) passes all of it.
 */
// a carriage return by its number is one that no browser writes again as it read it
const TEXT = /[^<>&]+|&(?!#(?:x0*D|0*13);)(?:#x[0-9A-F]+|#\d+|amp|lt|gt|quot|nbsp);|>/y;
const VALUE = '[^"<>&]*(?:&(?:#x26|amp|#38);[^"<>&]*)*';
const HREF = `(?:https:\\/\\/(?![^"]*[Xx][Nn]--)[\\w.-]+(?::\\d+)?(?:[/?#]${VALUE})?|\\/\\w${VALUE})`;
const OPEN = new RegExp(
	[
		'<(?:(p|ul|ol|li|strong|em)',
		`(a) href="${HREF}"`,
		'(bdi) dir="(?:ltr|rtl|auto)"',
		'(span)(?: lang="[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")?(?: dir="(?:ltr|rtl|auto)")?)>'
	].join('|'),
	'y'
);
const CLOSE = /<\/(p|ul|ol|li|strong|em|a|bdi|span)>/y;

/** Where HTML is not what the compiler writes, from there on; `undefined` if all of it is. */
export function checkHtml(html: string): string | undefined {
	const open: string[] = [];
	let at = 0;
	const take = (pattern: RegExp): RegExpExecArray | null => {
		pattern.lastIndex = at;
		const found = pattern.exec(html);
		if (found) at += found[0].length;
		return found;
	};
	while (at < html.length) {
		const start = at;
		// there is no text between the items of a list
		if (!isList(open.at(-1)) && take(TEXT)) continue;
		const opened = take(OPEN);
		if (opened) {
			const name = opened.slice(1).find((it) => it !== undefined) ?? '';
			if (!mayStand(name, open)) return html.slice(start, start + 40);
			open.push(name);
			continue;
		}
		const closed = take(CLOSE);
		if (!closed || open.pop() !== closed[1]) return html.slice(start, start + 40);
	}
	return open.length === 0 ? undefined : `<${open.join('><')}> without an end`;
}

const isList = (name: string | undefined): boolean => name === 'ul' || name === 'ol';

/** As the compiler nests them; a browser reads other nestings otherwise than they are written. */
function mayStand(name: string, open: readonly string[]): boolean {
	const holder = open.at(-1);
	if (name === 'li' || isList(holder)) return name === 'li' && isList(holder);
	if (name === 'p' || isList(name)) return holder === undefined;
	return name !== 'a' || !open.includes('a');
}
