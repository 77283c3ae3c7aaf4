import { brotliCompressSync, gzipSync } from 'node:zlib';
import { toBytes, toText, type Bytes } from '#lib/trust/signed/bytes.ts';
import type { Paths } from './forge.ts';
import type { Row } from './row.ts';

const compressed = (bytes: Bytes | undefined): Bytes =>
	new Uint8Array(brotliCompressSync(bytes ?? new Uint8Array()));
const copies =
	(alter: (files: Map<string, Bytes>, paths: Paths) => void) =>
	(files: Map<string, Bytes>, paths: Paths): void => {
		for (const path of [paths.edition, paths.listing, paths.pack, paths.blob]) {
			files.set(`${path}.br`, compressed(files.get(path)));
			files.set(`${path}.gz`, new Uint8Array(gzipSync(files.get(path) ?? new Uint8Array())));
		}
		alter(files, paths);
	};

const NONE = new Uint8Array();
const updateOf = (edition: string): string =>
	edition.replace('edition/', 'update/').replace('.json', '.2.en.txt');

/** What lies in the folder: compressed copies, and files that are missing or too many. */
export const FOLDER_ROWS: readonly Row[] = [
	['compressed copies, as they should be', { files: copies(() => undefined) }, 'takes', 'takes'],
	[
		'a brotli copy that is none',
		{ files: copies((files, { edition }) => files.set(`${edition}.br`, toBytes('no'))) },
		'network',
		/edition\/\w+\.json\.br is not/
	],
	[
		'a brotli copy of another file',
		{
			files: copies((files, { edition, pack }) =>
				files.set(`${edition}.br`, compressed(files.get(pack)))
			)
		},
		'too-large',
		/\.br is not/
	],
	[
		'a brotli copy of a listing that is cut',
		{
			files: copies((files, { listing }) =>
				files.set(`${listing}.br`, (files.get(`${listing}.br`) ?? toBytes('')).slice(0, -4))
			)
		},
		'network',
		/listing\/\w+\.json\.br is not/
	],
	[
		'a gzip copy that is none',
		{ files: copies((files, { pack }) => files.set(`${pack}.gz`, toBytes('no'))) },
		'takes',
		/pack\/\w+\.txt\.gz is not/
	],
	[
		'a gzip copy of an older file',
		{
			files: copies((files, { blob }) =>
				files.set(`${blob}.gz`, new Uint8Array(gzipSync('{"old":true}')))
			)
		},
		'takes',
		/blob\/\w+\.json\.gz is not/
	],
	[
		'a copy of an older head',
		{ files: (files) => files.set('head.json.br', compressed(toBytes('{}'))) },
		'malformed',
		/head\.json\.br is not/
	],
	[
		'a copy of another root',
		{
			files: (files) =>
				files.set('trust/2.root.json.br', compressed(files.get('trust/1.root.json')))
		},
		'rollback',
		/2\.root\.json\.br is not/
	],
	[
		'a copy that unfolds into much',
		{
			files: copies((files, { pack }) =>
				files.set(`${pack}.br`, compressed(new Uint8Array(9_000_000)))
			)
		},
		'takes',
		/pack\/\w+\.txt\.br is not/
	],
	[
		'a blob that is missing, though the pack has it',
		{ files: (files, { blob }) => void files.delete(blob) },
		'takes',
		/blob\/\w+\.json is missing/
	],
	[
		'a blob that is altered, though the pack has it',
		{ files: (files, { blob }) => files.set(blob, toBytes('{}')) },
		'takes',
		/blob\/\w+\.json is damaged/
	],
	[
		'an edition that is missing',
		{ files: (files, { edition }) => void files.delete(edition) },
		'not-served',
		/not-served/
	],
	[
		'an update that is none',
		{ files: (files, { edition }) => files.set(updateOf(edition), toBytes('{}\n[1]')) },
		'takes',
		/update\/\w+\.2\.en\.txt does not make/
	],
	[
		'an update to this edition with a text that it does not name',
		{
			files: (files, { edition, listing }) => {
				const [file, list] = [edition, listing].map((path) => toText(files.get(path) ?? NONE));
				const [header = '', payload] = file?.split('\n') ?? [];
				const lines = [payload, list, '{"entries":[]}'].map((text) => JSON.stringify(['', text]));
				files.set(updateOf(edition), toBytes([header, ...lines].join('\n')));
			}
		},
		'takes',
		/update\/\w+\.2\.en\.txt does not make/
	],
	['no head', { files: (files) => void files.delete('head.json') }, 'not-served', /not-served/],
	[
		'a page in the place of the head',
		{ files: (files) => files.set('head.json', toBytes('<!doctype html>')) },
		'malformed',
		/malformed/
	],
	[
		'files that nothing names',
		{ files: (files) => files.set('blob/note.json', toBytes('{}')) },
		'takes',
		'takes'
	]
];
