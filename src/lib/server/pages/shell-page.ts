import { toHref } from '#lib/edition/base-path.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { languages } from '#lib/messages/languages.ts';

/** Of the page that the worker answers with, and a host for what is not there: it is no page itself. */
const HEAD =
	'<title>Handrail</title>' +
	'<meta name="description" content="Plain-language guides for New York City families and staff. They work with no connection.">' +
	'<meta name="robots" content="noindex">';

/**
 * Fills the shell: a title until the page that is shown in it has one, and a way on where no script
 * runs, because a static host answers with it whatever it does not have.
 */
export function fillShell(html: string, tags: readonly LanguageTag[]): string {
	const links = tags.map((tag) => {
		const { name, dir } = languages[tag];
		return `<li><a href="${toHref(`/${tag}/`)}" hreflang="${tag}" lang="${tag}" dir="${dir}">${name}</a></li>`;
	});
	const way = `<noscript><main><h1>This page is not here. Choose your language.</h1><ul>${links.join('')}</ul></main></noscript>`;
	return html
		.replace('</head>', () => `${HEAD}</head>`)
		.replace('<div id="status-line"', (found) => way + found);
}
