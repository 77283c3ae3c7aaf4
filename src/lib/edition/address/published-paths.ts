import { isLanguageTag, type LanguageTag } from '../language-tags.ts';

/*
 * The names of an edition's files: docs/formats.md. Every path is relative to the folder that a host
 * serves at `PUBLISHED`; the compiler writes it, phones and the server read from it.
 */

/** Where an edition is on its host, below the address of the app. */
export const PUBLISHED = '/published/';

/** The one file that changes under its name. */
export const HEAD_PATH = 'head.json';

/** The folder of the roots. */
export const TRUST_FOLDER = 'trust';
/** The folder of what leads from one edition to the next. */
export const UPDATE_FOLDER = 'update';
/** The folder of the signed editions. */
export const EDITION_FOLDER = 'edition';

export const rootPath = (version: number): string => `${TRUST_FOLDER}/${String(version)}.root.json`;
export const editionPath = (sha256: string): string => `${EDITION_FOLDER}/${sha256}.json`;
/** Of a listing, or of one of its shards. */
export const listingPath = (sha256: string): string => `listing/${sha256}.json`;
export const blobPath = (sha256: string): string => `blob/${sha256}.json`;
export const packPath = (sha256: string): string => `pack/${sha256}.txt`;
/** A block of a guide, said aloud. */
export const audioPath = (sha256: string): string => `audio/${sha256}.opus`;
/** What leads a phone that has edition `from` to the edition of this hash, in one language. */
export const updatePath = (sha256: string, from: number, lang: LanguageTag): string =>
	`${UPDATE_FOLDER}/${sha256}.${String(from)}.${lang}.txt`;

/** What is named by its hash alone, and how its names end. */
const ENDINGS = { edition: 'json', listing: 'json', blob: 'json', pack: 'txt', audio: 'opus' };
type NamedKind = keyof typeof ENDINGS;

/** A file of an edition, as its name tells it. */
export type PublishedPath =
	| { readonly kind: 'head' }
	| { readonly kind: 'root'; readonly version: number }
	| { readonly kind: NamedKind; readonly sha256: string }
	| {
			readonly kind: 'update';
			/** Of the edition that it leads to. */
			readonly sha256: string;
			readonly from: number;
			readonly lang: LanguageTag;
	  };

const ROOT = /^trust\/([1-9]\d{0,8})\.root\.json$/;
const UPDATE = /^update\/([0-9a-f]{64})\.([1-9]\d{0,8})\.([A-Za-z-]+)\.txt$/;
const NAMED = /^(edition|listing|blob|pack|audio)\/([0-9a-f]{64})\.(\w+)$/;

/** Tells which file a path names; `undefined` if an edition has no file of such a name. */
export function parsePublishedPath(path: string): PublishedPath | undefined {
	if (path === HEAD_PATH) return { kind: 'head' };
	const version = ROOT.exec(path)?.[1];
	if (version !== undefined) return { kind: 'root', version: Number(version) };
	const [, to, from, lang = ''] = UPDATE.exec(path) ?? [];
	if (to !== undefined && isLanguageTag(lang)) {
		return { kind: 'update', sha256: to, from: Number(from), lang };
	}
	const [, named, sha256 = '', ending] = NAMED.exec(path) ?? [];
	const kind = named as NamedKind | undefined;
	return kind && ENDINGS[kind] === ending ? { kind, sha256 } : undefined;
}

/** The version of the root that a path names; `undefined` if it names no root. */
export function rootVersionOf(path: string): number | undefined {
	const named = parsePublishedPath(path);
	return named?.kind === 'root' ? named.version : undefined;
}
