import { isArticleId } from '#lib/edition/card.ts';
import { DAY_MS } from '#lib/edition/durations.ts';
import { SCHEMA, type Edition, type LanguageFiles } from '#lib/edition/edition.ts';
import { blobPath, listingPath, packPath } from '#lib/edition/address/published-paths.ts';
import { compileListing, toRef, type HashedFile } from './compile-listing.ts';
import { createMemberCompiler } from './compile-members.ts';
import { compileSounds } from './compile-recordings.ts';
import { articleIds } from './compile-small-kinds.ts';
import { textsIn, type Corpus } from '../read/corpus.ts';
import { dayIn } from '../base/days.ts';
import { compareText } from '../base/diagnostic.ts';

/** The files of an edition, by their path below `published/`, with their text. */
export type EditionFiles = ReadonlyMap<string, string>;

/** The words of an edition, in all languages: what it holds, not when it was released. */
export interface CompiledContent {
	readonly files: EditionFiles;
	/** Recordings, by their path below `published/`. */
	readonly sounds: ReadonlyMap<string, Uint8Array>;
	readonly languages: readonly LanguageFiles[];
	readonly changes: Edition['changes'];
	/** Ids of the articles that are in it: those of English, which every language has. */
	readonly articles: readonly string[];
	readonly publisher: Omit<Edition['publisher'], 'isDemo'>;
	readonly mirrors: readonly string[];
	readonly shutdownNotice?: Edition['shutdownNotice'];
	/** Whose days the edition counts by. */
	readonly timeZone: string;
	/** What the publisher says was withdrawn. */
	readonly withdrawn: Edition['withdrawn'];
}

export interface CompiledEdition {
	readonly edition: Edition;
	/** The exact bytes to be signed, as text. */
	readonly payload: string;
	readonly files: EditionFiles;
	readonly sounds: ReadonlyMap<string, Uint8Array>;
}

/** An edition that was published before, and the articles that were in it. */
export interface PreviousEdition {
	readonly edition: Edition;
	readonly articles: readonly string[];
}

export interface Release {
	readonly version: number;
	readonly issued: Date;
	/** The version of the root that it is made under. */
	readonly root: number;
	/** Signed with the keys that every clone makes for itself. */
	readonly isDemo: boolean;
	readonly previous?: PreviousEdition | undefined;
	/** docs/formats.md: at most 90, which is the default. */
	readonly expiresDays?: number | undefined;
}

export const EDITION_DAYS = 90;

/** Pure: the same corpus and release give the same bytes. The corpus has passed its checks. */
export const compileEdition = (corpus: Corpus, release: Release): CompiledEdition =>
	releaseContent(compileContent(corpus), release);

export function compileContent(corpus: Corpus): CompiledContent {
	const { fields: publisher } = corpus.publisher;
	const files = new Map<string, string>();
	const keep = (toPath: (sha256: string) => string, file: HashedFile) => {
		files.set(toPath(file.sha256), file.text);
		return toRef(file);
	};
	const membersOf = createMemberCompiler(corpus);

	const languages = publisher.languages.map((lang): LanguageFiles => {
		const members = membersOf(lang);
		for (const { blob } of members) keep(blobPath, blob);
		const { listing, shards, pack } = compileListing(lang, members);
		for (const shard of shards) keep(listingPath, shard);
		const count = members.filter(({ id }) => isArticleId(id)).length;
		return {
			lang,
			listing: keep(listingPath, listing),
			pack: keep(packPath, pack),
			count
		};
	});

	return {
		files,
		sounds: compileSounds(corpus),
		languages,
		changes: compileChanges(corpus),
		articles: membersOf('en')
			.map(({ id }) => id)
			.filter(isArticleId),
		publisher: {
			name: publisher.name,
			address: publisher.address,
			licence: publisher.licence,
			...(publisher.purpose && { purpose: publisher.purpose })
		},
		mirrors: publisher.mirrors,
		shutdownNotice: publisher.shutdown,
		timeZone: corpus.site.fields.timeZone,
		withdrawn: publisher.withdrawn
	};
}

/** Puts number and dates on compiled content. */
export function releaseContent(content: CompiledContent, release: Release): CompiledEdition {
	const { version, issued, root, isDemo, expiresDays = EDITION_DAYS } = release;
	const expires = new Date(issued.getTime() + expiresDays * DAY_MS);
	const edition: Edition = {
		schema: SCHEMA,
		minApp: SCHEMA,
		version,
		root,
		issued: issued.toISOString(),
		expires: expires.toISOString(),
		publisher: { ...content.publisher, isDemo },
		languages: [...content.languages],
		changes: content.changes,
		withdrawn: withdrawnArticles(content, release),
		mirrors: [...content.mirrors],
		...(content.shutdownNotice && { shutdownNotice: content.shutdownNotice })
	};
	const { files, sounds } = content;
	return { edition, payload: JSON.stringify(edition), files, sounds };
}

/**
 * An article that was in the edition before and is gone now was withdrawn on the day of this one,
 * and stays named for ever: a phone that slept for years must still hear of it.
 */
function withdrawnArticles(content: CompiledContent, release: Release): Edition['withdrawn'] {
	const { previous, issued } = release;
	const here = new Set(content.articles);
	const dates = new Map<string, string>();
	const add = (id: string, on: string) => {
		if (!here.has(id) && !dates.has(id)) dates.set(id, on);
	};
	for (const { id, on } of content.withdrawn) add(id, on);
	for (const { id, on } of previous?.edition.withdrawn ?? []) add(id, on);
	for (const id of previous?.articles ?? []) add(id, dayIn(content.timeZone, issued));
	return [...dates].map(([id, on]) => ({ id, on })).sort((a, b) => compareText(a.id, b.id));
}

function compileChanges(corpus: Corpus): Edition['changes'] {
	return textsIn(corpus.changes, 'en')
		.map(({ fields }) => {
			const { slug, date, importance, notify } = fields;
			return { slug, date, importance, notify, articles: articleIds(fields, corpus) };
		})
		.sort((a, b) => compareText(b.date, a.date) || compareText(a.slug, b.slug));
}
