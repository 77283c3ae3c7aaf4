import { ALLOWED, VALUES } from './safe-html.ts';

/** A tag as the compiler writes it: single spaces, and numeric references for what could end a value. */
const TAG = /<(\/?)([a-z]+)((?: [a-z]+="(?:[^"'`<>&\0\r]|&#x(?:22|26|27|60);)*")*)>/y;
const ATTRIBUTE = / ([a-z]+)="([^"]*)"/g;
/** Text as the compiler writes it: each `<` and `&` is a numeric reference. */
const TEXT = /(?:[^<&\0\r]|&#x(?:26|3C);)+/y;

/**
 * Checks the HTML of an article where there is no parser: while prerendering, and in the worker. Accepts
 * only exactly what the compiler writes, and nothing that a parser would have to repair.
 */
export function isStrictHtml(html: string): boolean {
	const open: string[] = [];
	for (let at = 0; at < html.length;) {
		TEXT.lastIndex = at;
		TAG.lastIndex = at;
		const found = TEXT.exec(html) ?? TAG.exec(html);
		if (!found) return false;
		at += found[0].length;
		const [, closes, name, attributes] = found;
		if (name === undefined) continue;
		if (closes === '/') {
			if (attributes !== '' || open.pop() !== name) return false;
		} else {
			if (!mayOpen(name, attributes ?? '', open.at(-1))) return false;
			// a parser closes the outer link before an inner one
			if (name === 'a' && open.includes('a')) return false;
			open.push(name);
		}
	}
	return open.length === 0;
}

const BLOCKS: ReadonlySet<string> = new Set(['p', 'ul', 'ol']);

function mayOpen(name: string, attributes: string, parent: string | undefined): boolean {
	const allowed = Object.hasOwn(ALLOWED, name) ? ALLOWED[name] : undefined;
	if (!allowed) return false;
	// a parser would move these out of their parent
	if (name === 'li' && parent !== 'ul' && parent !== 'ol') return false;
	if (BLOCKS.has(name) && parent !== undefined && parent !== 'li') return false;
	const seen = new Set<string>();
	for (const [, attribute = '', value = ''] of attributes.matchAll(ATTRIBUTE)) {
		if (seen.has(attribute) || !allowed.includes(attribute)) return false;
		if (!VALUES[attribute]?.test(value)) return false;
		seen.add(attribute);
	}
	return true;
}
