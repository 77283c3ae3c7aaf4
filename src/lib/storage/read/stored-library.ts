import * as v from 'valibot';
import { Article, ChangeNote, Contact, Term } from '#lib/edition/article.ts';
import { articleId } from '#lib/edition/card.ts';
import { Coverage } from '#lib/edition/coverage.ts';
import { knownOnly } from '#lib/edition/known.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { Absence, Found, Library } from '#lib/edition/library.ts';
import { sha256Hex, toBytes } from '#lib/trust/signed/bytes.ts';
import type { OpenDatabase } from '../database/database-opener.ts';
import type { HandrailDatabase } from '../database/database.ts';
import { readStandIn } from './installed-languages.ts';
import { readInstalledEdition } from '../stores/edition-store.ts';
import { readInstalledListing, type InstalledListing } from '../stores/listing-store.ts';

export interface StoredLibraryPorts {
	readonly open: OpenDatabase;
	/**
	 * Called if a language is not on the phone. Resolves to `true` once it has been stored, to
	 * `false` if it is not worth waiting.
	 */
	readonly whenReady: (lang: LanguageTag) => Promise<boolean>;
	/**
	 * Whether another language may be shown instead. Never in place of a document that can be read.
	 */
	readonly mayStandIn: () => boolean;
	/** Called if something that should be on the phone cannot be read. */
	readonly onUnreadable?: () => void;
}

type Read<T> = (listing: InstalledListing, db: HandrailDatabase) => Promise<Found<T>>;

/**
 * The library of the edition on this phone. Its promises may wait for the first switch, and never
 * reject.
 */
export function createStoredLibrary({
	open,
	whenReady,
	mayStandIn,
	onUnreadable
}: StoredLibraryPorts): Library {
	const reading = new Map<LanguageTag, Promise<InstalledListing | undefined>>();
	/**
	 * Reads a language's row, the largest there is, once for everything that a page asks for at the
	 * same time.
	 */
	const readListing = (db: HandrailDatabase, lang: LanguageTag) => {
		const begun = reading.get(lang);
		if (begun) return begun;
		const listing = readInstalledListing(db, lang).finally(() => reading.delete(lang));
		reading.set(lang, listing);
		return listing;
	};
	const look = async <T>(lang: LanguageTag, read: Read<T>): Promise<Found<T> | undefined> => {
		const db = await open();
		const listing = await readListing(db, lang);
		return listing && read(listing, db);
	};
	/**
	 * Like `look`, but never rejects. If storage fails or is damaged, the next sync says so, and
	 * repairs it.
	 */
	const tryLook = <T>(lang: LanguageTag, read: Read<T>): Promise<Found<T> | undefined> =>
		look(lang, read).catch(() => {
			onUnreadable?.();
			return undefined;
		});
	const answer = async <T>(lang: LanguageTag, read: Read<T>): Promise<Found<T>> => {
		const found = await tryLook(lang, read);
		if (found) return found;
		// a document can be read meanwhile, so it may wait for ever on a phone that stores nothing
		const come = (await whenReady(lang)) && (await tryLook(lang, read));
		if (come) return come;
		const other = await standIn(lang);
		return (other && (await tryLook(other, read))) || notHere;
	};
	const standIn = async (lang: LanguageTag): Promise<LanguageTag | undefined> =>
		mayStandIn()
			? open()
					.then((db) => readStandIn(db, lang))
					// if storage fails, there is no other language either
					.catch(() => undefined)
			: undefined;
	const member = <S extends v.GenericSchema>(lang: LanguageTag, id: string, schema: S) =>
		answer(lang, async ({ row, text }): Promise<Found<v.InferOutput<S>>> => {
			const entry = row.entries.find((it) => it.id === id);
			if (!entry) return { absent: 'not-in-this-edition' };
			if (row.leftOut?.includes(id)) return { absent: 'needs-newer-app' };
			return { found: parse(schema, await text(entry.sha256)) };
		});

	return {
		cards: (lang) => answer(lang, ({ row }) => Promise.resolve({ found: row.cards })),
		article: (lang, kind, slug) =>
			answer(lang, async ({ row: { cards, leftOut }, text }, db) => {
				const id = articleId(kind, slug);
				if (leftOut?.includes(id)) return { absent: 'needs-newer-app' };
				const blob = cards.find((card) => card.id === id)?.sha256;
				if (blob === undefined) return { absent: await whyGone(db, id) };
				const article = await readArticle(await text(blob), blob);
				return article ? { found: { article, blob, cards } } : { absent: 'needs-newer-app' };
			}),
		articles: (lang) =>
			answer(lang, async ({ row, text }) => {
				const texts = await Promise.all(
					row.cards.map(async ({ sha256 }) => [await text(sha256), sha256] as const)
				);
				const articles = await Promise.all(texts.map((it) => readArticle(...it)));
				return { found: articles.filter((it) => it !== undefined) };
			}),
		contacts: (lang) => member(lang, 'contacts', knownOnly(Contact)),
		terms: (lang) => member(lang, 'terms', knownOnly(Term)),
		coverage: (lang) => member(lang, 'coverage', Coverage),
		hasRecordings: (lang) =>
			answer(lang, ({ row }) => {
				// another language may stand in for this one, and what it says is not heard here
				const found = row.lang === lang && row.entries.some(({ id }) => id === 'audio');
				return Promise.resolve({ found });
			}),
		changeNotes: (lang) =>
			answer(lang, async ({ row, text }) => {
				const entries = row.entries.filter(({ id }) => id.startsWith('change/'));
				const texts = await Promise.all(entries.map(({ sha256 }) => text(sha256)));
				const json = texts.map((it): unknown => JSON.parse(it ?? ''));
				const notes = v.parse(knownOnly(ChangeNote), json);
				return { found: notes.sort((a, b) => b.date.localeCompare(a.date)) };
			}),
		standIn,
		async edition() {
			try {
				return await readInstalledEdition(await open(), onUnreadable);
			} catch {
				// callers can do without it; the next sync says what is wrong
				onUnreadable?.();
				return undefined;
			}
		}
	};
}

const notHere: { absent: Absence } = { absent: 'not-on-this-phone' };

/** Throws if the text is missing, or does not match the schema. */
function parse<S extends v.GenericSchema>(schema: S, text: string | undefined): v.InferOutput<S> {
	return v.parse(schema, JSON.parse(text ?? ''));
}

/**
 * Parses an article. `undefined` if it is intact, but in a form that this app does not know, which
 * the switch could not see, because it only reads what lists need. Throws if it is damaged.
 */
async function readArticle(text: string | undefined, sha256: string): Promise<Article | undefined> {
	const article = v.safeParse(Article, JSON.parse(text ?? ''));
	if (article.success) return article.output;
	if ((await sha256Hex(toBytes(text ?? ''))) !== sha256) throw new Error('Damaged text');
	return undefined;
}

async function whyGone(db: HandrailDatabase, id: string): Promise<Absence> {
	const edition = await readInstalledEdition(db);
	return edition?.withdrawn.some((it) => it.id === id) ? 'withdrawn' : 'not-in-this-edition';
}
