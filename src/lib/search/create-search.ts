import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { toSearchDocument, type SearchTexts } from '#lib/edition/search-document.ts';
import { query, type SearchAnswer, type SearchHit } from './query.ts';
import { addToIndex, createIndex, NO_WORDS, type SearchIndex } from './search-index.ts';

export interface SearchPorts {
	readonly read: (lang: LanguageTag) => Promise<SearchTexts>;
	/** The language that lists show in the place of one that is not here. */
	readonly standIn: (lang: LanguageTag) => Promise<LanguageTag | undefined>;
	/** The languages that are on this phone. */
	readonly languages: () => Promise<readonly LanguageTag[]>;
	/** Of the first script: a module that two later ones share would be one more request. */
	readonly plainText: (html: string) => string;
	/** Lets the page answer a key between two slices. */
	readonly pause: () => Promise<void>;
}

export interface Search {
	/** With `isLiteral` no word is taken for a slip of another. */
	readonly find: (lang: LanguageTag, text: string, isLiteral?: boolean) => Promise<SearchAnswer>;
	/** Another edition is installed: what was built is of the old one. */
	readonly forget: () => void;
}

/** Articles indexed between two chances to answer a key: about 30 ms on a slow phone. */
const SLICE = 16;

/**
 * Search over what is stored, its index built once a language and edition, when first needed. Storage is
 * asked once for each thing: on a slow phone every question to it takes as long as a query.
 */
export function createSearch(ports: SearchPorts): Search {
	const indexes = remember((lang: LanguageTag) =>
		ports.read(lang).then((texts) => buildIndex(lang, texts, ports))
	);
	const standIns = remember(ports.standIn);
	const languages = remember(ports.languages);
	return {
		find: async (asked, text, isLiteral) => {
			const lang = (await standIns.of(asked)) ?? asked;
			const own = query(await indexes.of(lang), text, isLiteral);
			if (own.isUnderstood) return own;
			// asked in another language that is here: its texts know which article is meant
			for (const other of await languages.of(undefined)) {
				if (other === lang) continue;
				const answer = query(await indexes.of(other), text, isLiteral);
				const isBetter = answer.isUnderstood || own.hits.length === 0;
				if (isBetter && answer.hits.length > 0) {
					return { ...answer, hits: inLanguage(await indexes.of(lang), answer.hits) };
				}
			}
			return own;
		},
		forget: () => {
			for (const memory of [indexes, standIns, languages]) memory.forget();
		}
	};
}

interface Memory<Key, Value> {
	readonly of: (key: Key) => Promise<Value>;
	readonly forget: () => void;
}

function remember<Key, Value>(ask: (key: Key) => Promise<Value>): Memory<Key, Value> {
	const known = new Map<Key, Promise<Value>>();
	return {
		of: (key) => {
			const kept = known.get(key);
			if (kept) return kept;
			const value = ask(key);
			known.set(key, value);
			// storage that fails once may answer the next time
			value.catch(() => known.delete(key));
			return value;
		},
		forget: () => {
			known.clear();
		}
	};
}

/** Throws on a text that is damaged. */
export async function buildIndex(
	lang: LanguageTag,
	{ words, articles }: SearchTexts,
	{ plainText, pause }: Pick<SearchPorts, 'plainText' | 'pause'>
): Promise<SearchIndex> {
	const index = createIndex(words ?? { lang, ...NO_WORDS });
	const typed = new Map(words?.articles.map((it) => [it.id, it.words]));
	for (const [at, { id, text }] of articles.entries()) {
		if (at % SLICE === SLICE - 1) await pause();
		addToIndex(index, toSearchDocument(id, JSON.parse(text), plainText), typed.get(id) ?? []);
	}
	return index;
}

/** The same articles, as the reader's language shows them. */
function inLanguage({ documents }: SearchIndex, found: readonly SearchHit[]): SearchHit[] {
	const shown = new Map(documents.map((it) => [it.id, it]));
	const plain = (text: string) => [{ text, isMatch: false }];
	return found.flatMap((hit) => {
		const document = shown.get(hit.id);
		if (!document) return [];
		const [title, note] = [plain(document.title), plain(document.summary)];
		return [{ ...hit, title, note, isNoteEnglish: false }];
	});
}
