import type * as v from 'valibot';
import { Article, ChangeNote, Contacts, Terms } from '#lib/edition/article.ts';
import { articleId } from '#lib/edition/card.ts';
import { Coverage } from '#lib/edition/coverage.ts';
import type { Edition, Entry } from '#lib/edition/edition.ts';
import { Recordings } from '#lib/edition/recordings.ts';
import { SearchWords } from '#lib/edition/search-words.ts';
import type { Bytes } from '#lib/trust/signed/bytes.ts';
import { checkHtml } from './check-html.ts';
import { parseExact } from './parse-exact.ts';
import type { PublishedLanguage } from './read-language.ts';

/** What a blob says of itself that must agree with its entry in the listing. */
interface Said {
	readonly id: string;
	/** Languages of its texts. */
	readonly langs: readonly string[];
	readonly change?: ChangeNote;
}

const NOWHERE = { id: '', langs: [] };

/**
 * Checks every text of a language in full; a phone does so only when it opens one. Each must be of the
 * kind that its id says, in its language or in English, and hold only HTML that phones show.
 */
export function* checkBlobs(
	language: PublishedLanguage,
	{ english, edition }: { english: PublishedLanguage; edition: Edition }
): Generator<string> {
	const { lang } = language.files;
	const inEnglish = new Map(english.entries.map(({ id, sha256 }) => [id, sha256]));
	for (const entry of language.entries) {
		const name = `${entry.id} (${lang})`;
		const problems: string[] = [];
		const said = read(entry, language.blobs.get(entry.sha256), (it) => problems.push(it));
		yield* problems.map((problem) => `${name} ${problem}`);
		if (problems.length > 0) continue;
		if (said.id !== entry.id) yield `${name} is the text of ${said.id}`;

		const isEnglish = inEnglish.get(entry.id) === entry.sha256;
		// English is shown where a language has no text; heard, it would be of other lines
		const mayBeEnglish = entry.id !== 'audio';
		const foreign = said.langs.find((it) => it !== lang && !(it === 'en' && mayBeEnglish));
		if (foreign !== undefined) yield `${name} is in another language: ${foreign}`;
		const isWholeText = !LISTS.includes(entry.id);
		if (isWholeText && said.langs[0] === 'en' && !isEnglish) {
			yield `${name} is English, and not the English of this edition`;
		}
		if (said.change) yield* checkChange(name, said.change, edition);
	}
}

/** Members that are lists, in which each item has a language of its own. */
const LISTS: readonly string[] = ['contacts', 'terms'];

function read(entry: Entry, bytes: Bytes | undefined, report: (problem: string) => void): Said {
	const parse = <S extends v.GenericSchema>(schema: S): v.InferOutput<S> | undefined => {
		const parsed = parseExact(schema, bytes ?? new Uint8Array());
		if (!parsed.ok) report(parsed.code);
		return parsed.ok ? parsed.value : undefined;
	};
	const { id } = entry;
	if (/^(guide|directive)\//.test(id)) {
		const article = parse(Article);
		for (const html of article ? htmlIn(article) : []) {
			const from = checkHtml(html);
			if (from !== undefined) report(`has HTML that is not shown, from: ${from}`);
		}
		if (!article) return NOWHERE;
		return { id: articleId(article.kind, article.slug), langs: [article.lang] };
	}
	if (id.startsWith('change/')) {
		const change = parse(ChangeNote);
		return change ? { id: `change/${change.slug}`, langs: [change.lang], change } : NOWHERE;
	}
	if (id === 'contacts') return { id, langs: (parse(Contacts) ?? []).map(({ lang }) => lang) };
	if (id === 'terms') return { id, langs: (parse(Terms) ?? []).map(({ lang }) => lang) };
	if (id === 'coverage') return { id, langs: [parse(Coverage)?.lang ?? 'en'] };
	if (id === 'audio') return { id, langs: [parse(Recordings)?.lang ?? 'en'] };
	if (id === 'search') return { id, langs: [parse(SearchWords)?.lang ?? 'en'] };
	report('is of a kind that this release does not know');
	return NOWHERE;
}

/** `html` and `english` are the fields that hold HTML: docs/formats.md. */
function htmlIn(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => {
		const isHtml = key === 'html' || key === 'english';
		return isHtml && typeof inner === 'string' ? [inner] : htmlIn(inner);
	});
}

/** The note's text travels in the listing, its dates in the edition: they must be of one note. */
function* checkChange(
	name: string,
	{ slug, date, importance, articles }: ChangeNote,
	{ changes }: Edition
): Generator<string> {
	const listed = changes.find((it) => it.slug === slug);
	if (!listed) yield `${name} is not among the changes of the edition`;
	else if (
		listed.date !== date ||
		listed.importance !== importance ||
		listed.articles.join() !== articles.join()
	) {
		yield `${name} has another date, importance or articles than the edition says`;
	}
}
