import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { Article, ChangeNote, Contacts, Terms } from '#lib/edition/article.ts';
import { isArticleId, toCard, type Card } from '#lib/edition/card.ts';
import { Listing, Shard, type Edition } from '#lib/edition/edition.ts';
import { Coverage } from '#lib/edition/coverage.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { Found, Library } from '#lib/edition/library.ts';
import { blobPath, listingPath } from '#lib/edition/address/published-paths.ts';
import { readUnverifiedEdition } from '#lib/server/trusted-edition/read-unverified-edition.ts';

/** A library that always has an edition: reading it throws where there is none. */
export interface PublishedLibrary extends Library {
	readonly edition: () => Promise<Edition>;
}

interface Language {
	readonly blobs: ReadonlyMap<string, string>;
	readonly articles: ReadonlyMap<string, Article>;
	readonly cards: readonly Card[];
}

/**
 * The compiled edition in a folder, as pages read it during prerendering. The compiler has just written
 * it on this machine, so it is parsed, but its signatures are not verified: phones do that. Throws if
 * the folder holds no edition, and says how to make one.
 */
export function readPublishedLibrary(folder: string): PublishedLibrary {
	const edition = readUnverifiedEdition(folder);
	const languages = new Map<LanguageTag, Language>();
	const language = (lang: LanguageTag): Language | undefined => {
		const files = edition.languages.find((it) => it.lang === lang);
		if (!files) return;
		const known = languages.get(lang) ?? readLanguage(folder, files.listing.sha256);
		languages.set(lang, known);
		return known;
	};
	/** Everything is on the disk, so an answer never has to be waited for. */
	const answer = <T>(value: T | undefined): Promise<Found<T>> =>
		Promise.resolve(value === undefined ? { absent: 'not-in-this-edition' } : { found: value });
	const member = <S extends v.GenericSchema>(schema: S, lang: LanguageTag, id: string) => {
		const sha256 = language(lang)?.blobs.get(id);
		return sha256 ? readBlob(folder, sha256, schema) : undefined;
	};

	return {
		cards: (lang) => answer(language(lang)?.cards),
		article(lang, kind, slug) {
			const id = `${kind}/${slug}`;
			const { blobs, articles, cards = [] } = language(lang) ?? {};
			const [article, blob] = [articles?.get(id), blobs?.get(id)];
			return answer(article && blob ? { article, blob, cards } : undefined);
		},
		articles(lang) {
			const { articles, cards } = language(lang) ?? {};
			return answer(articles && cards?.flatMap(({ id }) => articles.get(id) ?? []));
		},
		contacts: (lang) => answer(member(Contacts, lang, 'contacts')),
		terms: (lang) => answer(member(Terms, lang, 'terms')),
		coverage: (lang) => answer(member(Coverage, lang, 'coverage')),
		hasRecordings: (lang) => answer(language(lang)?.blobs.has('audio')),
		changeNotes(lang) {
			const ids = [...(language(lang)?.blobs.keys() ?? [])].filter((id) => /^change\//.test(id));
			const notes = ids.flatMap((id) => member(ChangeNote, lang, id) ?? []);
			return answer(notes.sort((a, b) => b.date.localeCompare(a.date)));
		},
		edition: () => Promise.resolve(edition),
		standIn: () => Promise.resolve(undefined)
	};
}

function readBlob<S extends v.GenericSchema>(folder: string, sha256: string, schema: S) {
	return readJson(join(folder, blobPath(sha256)), schema);
}

function readJson<S extends v.GenericSchema>(file: string, schema: S): v.InferOutput<S> {
	return v.parse(schema, JSON.parse(readFileSync(file, 'utf8')));
}

function readLanguage(folder: string, sha256: string): Language {
	const { shards } = readJson(join(folder, listingPath(sha256)), Listing);
	const entries = shards.flatMap(
		(shard) => readJson(join(folder, listingPath(shard.sha256)), Shard).entries
	);
	const blobs = new Map(entries.map((entry) => [entry.id, entry.sha256]));

	const articles = new Map<string, Article>();
	const cards: Card[] = [];
	for (const entry of entries) {
		if (!isArticleId(entry.id)) continue;
		const article = readBlob(folder, entry.sha256, Article);
		articles.set(entry.id, article);
		cards.push(toCard(article, entry.sha256));
	}
	cards.sort((a, b) => a.slug.localeCompare(b.slug, 'en'));
	return { blobs, articles, cards };
}
