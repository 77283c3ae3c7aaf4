import { createHash } from 'node:crypto';

const SCRIPT = /<script>([\s\S]*?)<\/script>/;
const IMPORT = /\bimport\(("[^"]+")\)/g;

const hashOf = (script: string): string =>
	`'sha256-${createHash('sha256').update(script).digest('base64')}'`;

/**
 * A script that tells when the page is served at another path than it was built for: then no link works,
 * and no other script loads. It is silent where a page is served in place of a missing one.
 */
const noticeElsewhere = (path: string): string =>
	`;{const at = location.pathname, made = ${JSON.stringify(path)};` +
	'if (made.length > 1 && at !== made && (at.endsWith(made) || made.endsWith(at))) loaded.then(() => {' +
	'const said = `This page was made to be at ${made}, and is at ${at}. Build the app with BASE_PATH.`;' +
	"console.error(said); document.getElementById('status-line').textContent = said; });}";

/** What the app needs beside its own script: asked for at once, not one after the other. */
interface Beside {
	/** The script that Kit's imports. */
	readonly shared?: string | undefined;
	/** All styles. The page has those that its markup uses; other pages and what the app adds use more. */
	readonly styles?: string | undefined;
}

/** Without its styles the app does not start: the page is whole, and its links work. */
const stylesFrom = (href: string): string =>
	'const styled = loaded.then(() => new Promise((go, fail) => document.head.append(Object.assign(' +
	"document.createElement('link'), " +
	`{ rel: 'stylesheet', href: ${JSON.stringify(href)}, onload: go, onerror: fail }))));`;

function startOf(own: string, { shared, styles }: Beside): string {
	const all = [own];
	if (shared !== undefined) all.push(`import(${JSON.stringify(shared)})`);
	if (styles !== undefined) all.push('styled');
	if (all.length === 1) return `loaded.then(() => ${own})`;
	return `loaded.then(() => Promise.all([${all.join(', ')}])).then(([app]) => app)`;
}

/**
 * Delays Kit's start script until the page's `load` event, so that on a slow connection the text does
 * not wait for the code. Kit has already put the script's hash into the policy, so it is replaced.
 */
export function startAfterLoad(html: string, path: string, beside: Beside = {}): string {
	const script = SCRIPT.exec(html)?.[1];
	if (!script?.includes('import(')) return html;
	const waiting =
		"const loaded = new Promise((go) => document.readyState === 'complete' ? go() : addEventListener('load', go));" +
		(beside.styles === undefined ? '' : stylesFrom(beside.styles)) +
		script.replaceAll(IMPORT, (own) => startOf(own, beside)) +
		noticeElsewhere(path);
	// in a block, so that two such scripts do not declare the same name
	const started = `{${waiting}}`;
	return html.replace(script, () => started).replace(hashOf(script), () => hashOf(started));
}
