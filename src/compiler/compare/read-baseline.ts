import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { Article, ChangeNote, Contacts, Terms } from '#lib/edition/article.ts';
import { isArticleId } from '#lib/edition/card.ts';
import type { Edition, Entry } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { blobPath, HEAD_PATH } from '#lib/edition/address/published-paths.ts';
import { readListing, readPublished } from '../publish/read-published.ts';
import { articleText, contactText, noteText, termText, type ReadText } from './text-parts.ts';

/** The edition that readers have, which content is compared with. */
export interface Baseline {
	readonly folder: string;
	readonly edition: Edition;
	readonly textsIn: (lang: LanguageTag) => PublishedTexts;
}

export interface PublishedTexts {
	/** By id. Only texts that are in this language, not the English that stands in for one. */
	readonly texts: ReadonlyMap<string, ReadText>;
	/**
	 * Members whose file is missing or damaged, or was written by another release: nothing can be said
	 * about them. `contacts` and `terms` stand for all of theirs.
	 */
	readonly unread: ReadonlySet<string>;
}

/**
 * Opens a published folder, or the one inside the folder that a host serves. `undefined` if nothing
 * was published there.
 */
export function readBaseline(folder: string): Baseline | undefined {
	const inside = join(folder, 'published');
	const isSite = !existsSync(join(folder, HEAD_PATH)) && existsSync(join(inside, HEAD_PATH));
	const place = isSite ? inside : folder;
	const published = readPublished(place);
	if (!published) return undefined;
	const edition = published.edition.content;
	return { folder: place, edition, textsIn: createReader(place, edition) };
}

/** The English stands in for up to fourteen languages: each file is read once. */
function createReader(folder: string, edition: Edition): Baseline['textsIn'] {
	const known = new Map<string, ReadText[] | undefined>();
	const textsOf = (id: string, sha256: string) => {
		if (!known.has(sha256)) known.set(sha256, toTexts(id, join(folder, blobPath(sha256))));
		return known.get(sha256);
	};
	return (lang) => readTexts(entriesOf(folder, edition, lang), lang, textsOf);
}

function entriesOf(folder: string, { languages }: Edition, lang: LanguageTag): Entry[] | undefined {
	const files = languages.find((it) => it.lang === lang);
	if (!files) return [];
	try {
		return readListing(folder, files.listing.sha256).entries;
	} catch {
		// as with a blob
		return undefined;
	}
}

function readTexts(
	entries: readonly Entry[] | undefined,
	lang: LanguageTag,
	textsOf: (id: string, sha256: string) => ReadText[] | undefined
): PublishedTexts {
	const texts = new Map<string, ReadText>();
	const unread = new Set(entries ? [] : [listingOf(lang)]);
	for (const { id, sha256 } of entries ?? []) {
		const read = textsOf(id, sha256);
		if (!read) unread.add(id);
		for (const text of read ?? []) if (text.lang === lang) texts.set(text.id, text);
	}
	return { texts, unread };
}

/** Stands among what is unread for a whole language. */
export const listingOf = (lang: LanguageTag): string => `all of ${lang}`;

function toTexts(id: string, path: string): ReadText[] | undefined {
	if (isArticleId(id)) return read(Article, path, (it) => [articleText(it)]);
	if (id.startsWith('change/')) return read(ChangeNote, path, (it) => [noteText(it)]);
	if (id === 'contacts') return read(Contacts, path, (all) => all.map(contactText));
	if (id === 'terms') return read(Terms, path, (all) => all.map(termText));
	// the coverage of claims is no text of an editor
	return [];
}

function read<Schema extends v.GenericSchema>(
	schema: Schema,
	path: string,
	toText: (value: v.InferOutput<Schema>) => ReadText[]
): ReadText[] | undefined {
	try {
		const result = v.safeParse(schema, JSON.parse(readFileSync(path, 'utf8')));
		return result.success ? toText(result.output) : undefined;
	} catch {
		// missing or no JSON: a build mends it, so it must not stop one
		return undefined;
	}
}
