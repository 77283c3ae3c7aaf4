import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** The title that an article's file has, such as `src/content/guides/home-door/en.md`. */
export function titleOf(path: string): string {
	const [, frontMatter = ''] = readFileSync(path, 'utf8').split(/^---$/m);
	return (parse(frontMatter) as { title: string }).title;
}
