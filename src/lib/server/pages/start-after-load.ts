import { createHash } from 'node:crypto';

const SCRIPT = /<script>([\s\S]*?)<\/script>/;
const IMPORT = /\bimport\(("[^"]+")\)/g;

const hashOf = (script: string): string =>
	`'sha256-${createHash('sha256').update(script).digest('base64')}'`;

/**
 * Says so where a host serves the page at another path than the build was made for: nothing that it
 * links to is there then, its scripts included. A page in place of one that is missing is no such page.
 */
const noticeElsewhere = (path: string): string =>
	`;{const at = location.pathname, made = ${JSON.stringify(path)};` +
	'if (made.length > 1 && at !== made && (at.endsWith(made) || made.endsWith(at))) loaded.then(() => {' +
	'const said = `This page was made to be at ${made}, and is at ${at}. Build the app with BASE_PATH.`;' +
	"console.error(said); document.getElementById('status-line').textContent = said; });}";

/**
 * Lets Kit's start script wait for the page's `load`, so that on a slow line the text is not behind
 * the code. Kit has hashed the script for its policy by then: the new hash takes the old one's place.
 */
export function startAfterLoad(html: string, path: string): string {
	const script = SCRIPT.exec(html)?.[1];
	if (!script?.includes('import(')) return html;
	const waiting =
		"const loaded = new Promise((go) => document.readyState === 'complete' ? go() : addEventListener('load', go));" +
		script.replaceAll(IMPORT, 'loaded.then(() => import($1))') +
		noticeElsewhere(path);
	// in braces: two such scripts must not declare one name twice
	const started = `{${waiting}}`;
	return html.replace(script, () => started).replace(hashOf(script), () => hashOf(started));
}
