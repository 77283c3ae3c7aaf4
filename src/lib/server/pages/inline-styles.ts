import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

const LINK = /<link href="([^"]*?)(\/_app\/immutable\/[^"]+\.css)" rel="stylesheet">/;
const POLICY = "style-src 'self'";

/** Where the style sheet is during prerendering. */
const FOLDER = '.svelte-kit/output/client';

/**
 * Puts the style sheet into the page, and its hash into the page's policy: on a slow connection a second
 * request costs more than the bytes. Kit's `inlineStyleThreshold` has no effect on a single bundle.
 */
export function inlineStyles(html: string, folder = FOLDER): string {
	// the part before it is the base path, which the folder does not have
	const [link, , path] = LINK.exec(html) ?? [];
	const file = `${folder}${path ?? ''}`;
	if (link === undefined || !existsSync(file)) return html;
	const css = readFileSync(file, 'utf8').trim();
	const hash = createHash('sha256').update(css).digest('base64');
	return html
		.replace(link, () => `<style>${css}</style>`)
		.replace(POLICY, () => `${POLICY} 'sha256-${hash}'`);
}
