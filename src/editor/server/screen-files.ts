import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { contentType } from '#lib/server/http/files/content-type.ts';

export interface ScreenFile {
	readonly type: string;
	readonly body: Buffer;
	/** What the browser may do with it. */
	readonly policy: string;
}

/** For whatever is no document. */
export const NOTHING_ALLOWED = "default-src 'none'; frame-ancestors 'none'";

/** The element in which Kit announces a new page has the one style attribute there is. */
const KIT_STYLE = "'unsafe-hashes' 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='";

/** By their address. What is not in it when the server starts is not there: no path reaches a disk. */
export function readScreenFiles(folder: string): ReadonlyMap<string, ScreenFile> {
	const paths = globSync('**/*', { cwd: folder }).map((path) => path.replaceAll('\\', '/'));
	const files = paths.filter((path) => statSync(join(folder, path)).isFile());
	return new Map(
		files.map((path) => {
			const body = readFileSync(join(folder, path));
			const policy = path.endsWith('.html') ? policyOf(body.toString()) : NOTHING_ALLOWED;
			return [`/${path}`, { type: contentType(`/${path}`), body, policy }];
		})
	);
}

/** Nothing from anywhere else, and of scripts in the document the one that Kit put there. */
function policyOf(html: string): string {
	const scripts = [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(([, text = '']) => {
		return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
	});
	return [
		"default-src 'none'",
		`script-src 'self' ${scripts.join(' ')}`,
		"style-src 'self'",
		`style-src-attr ${KIT_STYLE}`,
		"img-src 'self' data:",
		"connect-src 'self'",
		// the preview is a page of this screen, and nobody else frames it
		"frame-src 'self'",
		"frame-ancestors 'self'",
		"base-uri 'none'",
		"form-action 'none'"
	].join('; ');
}
