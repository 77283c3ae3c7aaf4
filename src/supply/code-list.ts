import { globSync, readFileSync, statSync } from 'node:fs';
import * as v from 'valibot';
import { sha256 } from '../compiler/base/text-hash.ts';

/** Where a site says which files it runs on, below its base path. */
export const CODE_LIST = 'code.json';

/** The files of one build: what a phone runs, and no content. */
export const CodeList = v.object({
	/** The app's version, as the About page shows it. */
	version: v.pipe(v.string(), v.regex(/^[0-9a-f]{12}$/)),
	/** SHA-256 in hex by path, relative to the site's address. */
	files: v.record(
		v.pipe(v.string(), v.regex(/^(?!\/|.*(^|\/)\.\.(\/|$))[\w./-]+$/)),
		v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
	)
});
export type CodeList = v.InferOutput<typeof CodeList>;

/** Made of other files, of content, or of this list. */
const NOT_LISTED = /\.(br|gz)$|^published\/|^(code|provenance)\.json$/;

/** Lists what lies in the folder that a host serves: scripts, the worker, styles, icons. */
export function listCode(client: string, version: string): CodeList {
	const paths = globSync('**/*', { cwd: client })
		.map((path) => path.replaceAll('\\', '/'))
		.filter((path) => !NOT_LISTED.test(path) && statSync(`${client}/${path}`).isFile());
	const files = paths
		.sort()
		// a host serves it at its folder's address, and some at no other
		.map((path) => [
			path.replace(/(^|\/)index\.html$/, '$1'),
			sha256(readFileSync(`${client}/${path}`))
		]);
	return { version, files: Object.fromEntries(files) as Record<string, string> };
}
