import * as v from 'valibot';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import {
	blobPath,
	editionPath,
	listingPath,
	parsePublishedPath
} from '#lib/edition/address/published-paths.ts';
import { applyPatch, TextPatch } from '#lib/edition/text/text-patch.ts';
import { MAX_MEMBER_BYTES } from '#lib/sync/fetch/fetch-named.ts';
import { toText, type Bytes } from '#lib/trust/signed/bytes.ts';
import { sha256 } from '../base/text-hash.ts';
import type { PublishedFiles } from './folder-files.ts';
import type { PublishedLanguage } from './read-language.ts';

/** The files that lead from earlier editions to the one of this hash, each with its language. */
export const updatesTo = (
	files: PublishedFiles,
	hash: string
): readonly { readonly path: string; readonly from: number; readonly lang: LanguageTag }[] =>
	files.paths().flatMap((path) => {
		const named = parsePublishedPath(path);
		return named?.kind === 'update' && named.sha256 === hash
			? [{ path, from: named.from, lang: named.lang }]
			: [];
	});

/** Finds updates of which phones could make nothing, or something else than this edition. */
export function* checkUpdates(
	files: PublishedFiles,
	hash: string,
	languages: readonly PublishedLanguage[]
): Generator<string> {
	for (const { path, from, lang } of updatesTo(files, hash)) {
		const language = languages.find((it) => it.files.lang === lang);
		const made = language ? leadsThere(files, path, { hash, language }) : false;
		if (made === 'unknown') {
			yield `${path} begins at edition ${String(from)}, which is not in this folder, so nobody can check it here. Copy the files of edition ${String(from)} from the folder in which this one was built, or delete the update: phones that have edition ${String(from)} then fetch the changed files`;
		} else if (!made) {
			yield `${path} does not make this edition. Delete it and run: npm run edition:build`;
		}
	}
}

interface Goal {
	readonly hash: string;
	readonly language: PublishedLanguage;
}

/** `unknown` where what it begins at is not here. */
function leadsThere(
	files: PublishedFiles,
	path: string,
	{ hash, language }: Goal
): boolean | 'unknown' {
	const [header = '', ...lines] = toText(files.read(path) ?? new Uint8Array()).split('\n');
	const made = lines.map((line) => makeText(files, line));
	if (made.some((it) => it === BASE_ABSENT)) return 'unknown';
	const [edition, ...texts] = made.map((it) => (it === BASE_ABSENT ? undefined : it));
	if (`${header}\n${edition ?? ''}` !== textOf(files.read(editionPath(hash)))) return false;
	const named = new Set([
		language.files.listing.sha256,
		...language.paths.flatMap((it) => namedBy(it) ?? [])
	]);
	return texts.every((text) => text !== undefined && named.has(sha256(text)));
}

function namedBy(path: string): string | undefined {
	const named = parsePublishedPath(path);
	return named?.kind === 'listing' || named?.kind === 'blob' ? named.sha256 : undefined;
}

const BASE_ABSENT = Symbol('what the patch begins at is not here');

function makeText(files: PublishedFiles, line: string): string | typeof BASE_ABSENT | undefined {
	try {
		const patch = v.parse(TextPatch, JSON.parse(line));
		const base = patch[0] === '' ? '' : textUnder(files, patch[0]);
		return base === undefined ? BASE_ABSENT : applyPatch(patch, base, MAX_MEMBER_BYTES);
	} catch {
		// no patch
		return undefined;
	}
}

/** As a phone finds it: a text, a shard, a listing, or what an edition says. */
function textUnder(files: PublishedFiles, hash: string): string | undefined {
	const text = textOf(files.read(blobPath(hash)) ?? files.read(listingPath(hash)));
	const edition = textOf(files.read(editionPath(hash)));
	return text ?? edition?.slice(edition.indexOf('\n') + 1);
}

const textOf = (bytes: Bytes | undefined): string | undefined => bytes && toText(bytes);
