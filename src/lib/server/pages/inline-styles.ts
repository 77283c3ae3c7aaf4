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
 * Puts the style sheet into the page, and its hash into the page's policy: on a slow connection a second
 * request costs more than the bytes. Kit's `inlineStyleThreshold` has no effect on a single bundle.
 */
export function inlineStyles(html: string, folder = FOLDER): string {
	const sheet = sheetOf(html, folder);
	return sheet ? withStyles(html, sheet.link, sheet.css) : html;
}

/** The same, but only with the rules that the page's markup uses; `rest` is where all of them are. */
export function inlineUsedStyles(
	html: string,
	folder = FOLDER
): { readonly html: string; readonly rest?: string } {
	const sheet = sheetOf(html, folder);
	if (!sheet) return { html };
	const { link, href, css } = sheet;
	return { html: withStyles(html, link, usedStyles(css, html)), rest: href };
}

function withStyles(html: string, link: string, css: string): string {
	const hash = createHash('sha256').update(css).digest('base64');
	return html
		.replace(link, () => `<style>${css}</style>`)
		.replace(POLICY, () => `${POLICY} 'sha256-${hash}'`);
}
