import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Edition } from '#lib/edition/edition.ts';
import { parseJson } from '#lib/edition/text/parse-json.ts';
import { pathsBelow } from '../compiler/publish/copy-files.ts';

const Stamp = v.object({ edition: v.number(), issued: v.string() });

/**
 * Reads the open data that the build made, by path: `data/edition.json`.
 *
 * @param pages the folder of the build's pages
 * @throws where it is not there, or of another edition than this
 */
export function readOpenData(
	pages: string,
	{ version, issued }: Pick<Edition, 'version' | 'issued'>
): Map<string, Uint8Array> {
	const folder = join(pages, 'data');
	const start = join(folder, 'edition.json');
	if (!existsSync(start)) throw new Error(`${start} is missing: run "npx vite build" first.`);
	const stamp = v.safeParse(Stamp, parseJson(readFileSync(start, 'utf8')));
	if (!stamp.success || stamp.output.edition !== version || stamp.output.issued !== issued) {
		throw new Error(`${start} is of another edition: run "npx vite build" first.`);
	}
	const paths = pathsBelow(folder).filter((path) => path.endsWith('.json'));
	return new Map(
		paths.map((path) => [`data/${path}`, new Uint8Array(readFileSync(join(folder, path)))])
	);
}
