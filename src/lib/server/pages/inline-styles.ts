import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { usedStyles } from './used-styles.ts';

const LINK = /<link href="([^"]*?)(\/_app\/immutable\/[^"]+\.css)" rel="stylesheet">/;
const POLICY = "style-src 'self'";

/** Where the style sheet is during prerendering. */
const FOLDER = '.svelte-kit/output/client';

interface Sheet {
	/** The link to it, as Kit writes it. */
	readonly link: string;
	/** Its address. */
	readonly href: string;
	readonly css: string;
}

/** The one style sheet of all pages, as a page links it. */
function sheetOf(html: string, folder: string): Sheet | undefined {
	// the part before it is the base path, which the folder does not have
	const [link, base = '', path = ''] = LINK.exec(html) ?? [];
	const file = `${folder}${path}`;
	if (link === undefined || !existsSync(file)) return undefined;
	return { link, href: base + path, css: readFileSync(file, 'utf8').trim() };
}

/**
 * Lets the style sheet stand in the page, which only links it: the worker puts it there, in the pages that
 * it makes, so that a phone fetches it once.
 */
export function allowStyles(html: string, folder = FOLDER): string {
	const sheet = sheetOf(html, folder);
	return sheet ? withPolicy(html, sheet.css) : html;
}

/**
 * Puts the rules that the page's markup uses into the page, and their hash into the page's policy: on a
 * slow connection a second request costs more than the bytes. `rest` is where all rules are. Kit's
 * `inlineStyleThreshold` has no effect on a single bundle.
 */
export function inlineUsedStyles(
	html: string,
	folder = FOLDER
): { readonly html: string; readonly rest?: string } {
	const sheet = sheetOf(html, folder);
	if (!sheet) return { html };
	const { link, href, css } = sheet;
	const used = usedStyles(css, html);
	return {
		html: withPolicy(
			html.replace(link, () => `<style>${used}</style>`),
			used
		),
		rest: href
	};
}

function withPolicy(html: string, css: string): string {
	const hash = createHash('sha256').update(css).digest('base64');
	return html.replace(POLICY, () => `${POLICY} 'sha256-${hash}'`);
}
