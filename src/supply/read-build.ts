import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { CODE_LIST, CodeList } from './code-list.ts';
import type { LocalBuild } from './verify-site.ts';

/** Pages of every site: one that is a document, one that waits for scripts, and those in between. */
const PAGES = ['', 'shell/', 'en/', 'en/help/', 'en/search/', 'en/about/'];

/**
 * The build in a folder such as `build`, with its base path (`''` or `/handrail`).
 *
 * @throws where the folder holds no build, with what to do
 */
export function readBuild(folder: string, base: string): LocalBuild {
	const list = `${folder}/client${base}/${CODE_LIST}`;
	if (!existsSync(list)) throw new Error(`${list} is missing: run "npm run build" first.`);
	const code = v.parse(CodeList, JSON.parse(readFileSync(list, 'utf8')));
	const pages = PAGES.map((path) => {
		const file = `${folder}/prerendered${base}/${path}index.html`;
		return [path, existsSync(file) ? readFileSync(file, 'utf8') : undefined] as const;
	}).filter((it): it is [string, string] => it[1] !== undefined);
	return { code, pages: Object.fromEntries(pages) };
}
