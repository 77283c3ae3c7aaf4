import { createHash } from 'node:crypto';

const SCRIPT = /<script>([\s\S]*?)<\/script>/;
const IMPORT = /\bimport\(("[^"]+")\)/g;

const hashOf = (script: string): string =>
	`'sha256-${createHash('sha256').update(script).digest('base64')}'`;

/**
 * Lets Kit's start script wait for the page's `load`, so that on a slow line the text is not behind
 * the code. Kit has hashed the script for its policy by then: the new hash takes the old one's place.
 */
export function startAfterLoad(html: string): string {
	const script = SCRIPT.exec(html)?.[1];
	if (!script?.includes('import(')) return html;
	const waiting =
		"const loaded = new Promise((go) => document.readyState === 'complete' ? go() : addEventListener('load', go));" +
		script.replaceAll(IMPORT, 'loaded.then(() => import($1))');
	// in braces: two such scripts must not declare one name twice
	const started = `{${waiting}}`;
	return html.replace(script, () => started).replace(hashOf(script), () => hashOf(started));
}
