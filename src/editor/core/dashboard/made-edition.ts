import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { blobPath, packPath } from '#lib/edition/address/published-paths.ts';
import { waitingTexts } from '../../../compiler/check/validity/check-approvals.ts';
import { compileContent } from '../../../compiler/compile/compile-edition.ts';
import type { Corpus } from '../../../compiler/read/corpus.ts';
import type { MadeEdition } from '../contract/dashboard.ts';
import { textRefs } from './text-refs.ts';

/** As `edition:build` and `edition:publish` compress, but faster: the size is for a person to read. */
const QUALITY = 9;

type Made = Extract<MadeEdition, { state: 'made' }>;

/** What phones would get of content as it is. Nothing is signed and nothing is written. */
export function madeEdition(
	corpus: Corpus,
	pathOf: (name: string) => string | undefined,
	published: string | undefined
): Made {
	const { files, languages, articles } = compileContent(corpus);
	const size = (text: string): number =>
		brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }).length;
	const isNew = (path: string): boolean =>
		published === undefined || !existsSync(join(published, path));
	const blobs = [...files].filter(([path]) => path.startsWith(blobPath('').split('/')[0] ?? ''));
	const waiting = new Set(waitingTexts(corpus).map(({ name }) => pathOf(name)));
	return {
		state: 'made',
		articles: articles.length,
		languages: languages.map(({ lang, pack }) => {
			const text = files.get(packPath(pack.sha256)) ?? '';
			const own = blobs.filter(([path, blob]) => isNew(path) && text.includes(blob));
			return {
				lang,
				bytes: size(text),
				newBytes: own.length === 0 ? 0 : size(own.map(([, blob]) => blob).join('\n'))
			};
		}),
		unapproved: textRefs(corpus, pathOf).filter(({ path }) => waiting.has(path)),
		command: 'npm run edition:build -- --keys DIR'
	};
}
