import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The words of a prerendered page and nothing else: no styles, no scripts, no pictures, no
 * attributes. The least that could show this text: what our page is compared with.
 */
export function barePage(buildDir: string, pathname: string): string {
	const html = readFileSync(join(buildDir, 'prerendered', pathname, 'index.html'), 'utf8');
	const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
	const main = /<main[\s>][^]*<\/main>/.exec(html)?.[0];
	if (main === undefined) throw new Error(`There is no <main> in ${pathname}`);
	const text = main
		.replaceAll(/<(script|svg|style|noscript)[\s>][^]*?<\/\1>/g, '')
		.replaceAll(/<!--[^]*?-->/g, '')
		.replaceAll(/<(\w+)\s[^>]*>/g, '<$1>')
		.replaceAll(/\s+/g, ' ');
	return (
		'<!doctype html><html lang="en"><head><meta charset="utf-8">' +
		'<meta name="viewport" content="width=device-width">' +
		`<title>${title}</title></head><body>${text}</body></html>`
	);
}
