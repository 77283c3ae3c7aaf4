import { toHref } from '#lib/edition/address/base-path.ts';
import { escapeMarkup } from '#lib/edition/text/escape-markup.ts';
import { ABOUT, HOME_NAMES } from '#lib/edition/generated/site.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { languages } from '#lib/messages/languages.ts';

/**
 * The head of the shell. It does not know yet which name the reader chose, and an installed app's title
 * stands in the list of open apps: so everybody's begins with a neutral one. Static hosts answer missing
 * addresses with it, so it must not be indexed.
 */
const HEAD =
	`<title>${escapeMarkup(HOME_NAMES.book)}</title>` +
	`<meta name="description" content="${escapeMarkup(ABOUT)}">` +
	'<meta name="robots" content="noindex">';

/**
 * Fills the shell: a title until the page in it sets one, the script that Kit's imports, and links for
 * readers without scripts, because a static host answers with the shell for every missing address.
 */
export function fillShell(html: string, tags: readonly LanguageTag[], shared?: string): string {
	const links = tags.map((tag) => {
		const { name, dir } = languages[tag];
		return `<li><a href="${toHref(`/${tag}/`)}" hreflang="${tag}" lang="${tag}" dir="${dir}">${name}</a></li>`;
	});
	const way = `<noscript><main><h1>This page is not here. Choose your language.</h1><ul>${links.join('')}</ul></main></noscript>`;
	const early = shared === undefined ? '' : `<link href="${shared}" rel="modulepreload">`;
	return html
		.replace('</head>', () => `${early}${HEAD}</head>`)
		.replace('<div id="status-line"', (found) => way + found);
}
