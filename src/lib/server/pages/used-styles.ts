/** A rule as it is written, and what a page must have for it to matter; or a block with rules in it. */
type Part =
	| { readonly text: string; readonly needs: readonly Needs[] }
	| { readonly head: string; readonly parts: readonly Part[] };

/** All that one selector names, each with its sign: `.row`, `#status-line`, `main`. */
type Needs = readonly string[];

const parsed = new Map<string, readonly Part[]>();

/**
 * The rules of a sheet that the markup of a page can use, in their order. Of a selector its classes, ids
 * and elements count alone: a state, an attribute or a `:has()` may come about, and keeps its rule.
 */
export function usedStyles(css: string, html: string): string {
	const parts = parsed.get(css) ?? parseParts(css);
	parsed.set(css, parts);
	return write(parts, namesOf(html));
}

function write(parts: readonly Part[], names: ReadonlySet<string>): string {
	return parts
		.map((part) => {
			if ('head' in part) {
				const inner = write(part.parts, names);
				return inner === '' ? '' : `${part.head}{${inner}}`;
			}
			const isUsed = part.needs.some((needs) => needs.every((name) => names.has(name)));
			return isUsed ? part.text : '';
		})
		.join('');
}

function namesOf(html: string): Set<string> {
	const names = new Set<string>();
	for (const [, tag = ''] of html.matchAll(/<([a-z][\w-]*)/gi)) names.add(tag.toLowerCase());
	for (const [, id = ''] of html.matchAll(/\sid="([^"]*)"/g)) names.add(`#${id}`);
	for (const [, all = ''] of html.matchAll(/\sclass="([^"]*)"/g)) {
		for (const name of all.split(/\s+/)) names.add(`.${name}`);
	}
	return names;
}

/** Of a sheet as the build minifies it: no comments, and no braces in a text. */
function parseParts(css: string): Part[] {
	const parts: Part[] = [];
	let start = 0;
	while (start < css.length) {
		const open = css.indexOf('{', start);
		if (open < 0) break;
		const end = endOf(css, open);
		const head = css.slice(start, open).trim();
		const inner = css.slice(open + 1, end - 1);
		const isGroup = /^@(media|supports|layer|container)\b/.test(head);
		const text = css.slice(start, end);
		if (isGroup) parts.push({ head, parts: parseParts(inner) });
		// of anything else with an @ no selector tells whether it is used
		else parts.push({ text, needs: head.startsWith('@') ? [[]] : splitList(head).map(needsOf) });
		start = end;
	}
	return parts;
}

/** Behind the brace that closes the one at `open`. */
function endOf(css: string, open: number): number {
	let depth = 0;
	for (let at = open; at < css.length; at += 1) {
		if (css[at] === '{') depth += 1;
		else if (css[at] === '}' && (depth -= 1) === 0) return at + 1;
	}
	return css.length;
}

/** The selectors of a list: commas in brackets part nothing. */
function splitList(list: string): string[] {
	const all = [''];
	let depth = 0;
	for (const sign of list) {
		if (sign === '(' || sign === '[') depth += 1;
		if (sign === ')' || sign === ']') depth -= 1;
		if (sign === ',' && depth === 0) all.push('');
		else all[all.length - 1] += sign;
	}
	return all;
}

function needsOf(selector: string): Needs {
	const plain = withoutLists(selector).replaceAll(/\[[^\]]*\]/g, '');
	const names = [...plain.matchAll(/[.#][\w-]+|::?[\w-]+|[a-z][\w-]*/gi)].map(([name]) => name);
	return names.filter((name) => !name.startsWith(':'));
}

/**
 * Without what a selector may name and a page need not have: all in the brackets of a pseudo-class, but
 * for the one class in a `:where()`, by which Svelte ties a rule to its component.
 */
function withoutLists(selector: string): string {
	let plain = selector.replaceAll(/:where\((\.[\w-]+)\)/g, '$1');
	for (let before = ''; before !== plain;) {
		before = plain;
		plain = plain.replaceAll(/:[\w-]+\([^()]*\)/g, '');
	}
	return plain;
}
