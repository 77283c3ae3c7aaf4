import * as v from 'valibot';
import { isArticleId } from './card.ts';
import { CardSource } from './card-source.ts';
import { isForNewerApps } from './known.ts';
import { SearchWords } from './search-words.ts';
import { Day, Language } from './vocabulary.ts';
import { hasUnknownWord } from './words.ts';

/** A change note, as far as it is shown. What it says of importance, audience and source may be unknown. */
const NoteSource = v.object({
	slug: v.string(),
	lang: Language,
	date: Day,
	articles: v.array(v.string()),
	what: v.string(),
	why: v.string(),
	doNow: v.string(),
	before: v.string()
});

/** A member as this app reads it, as far as that is needed before it is opened. */
export interface ReadMember {
	readonly article?: CardSource;
	/**
	 * What of it is for newer apps, by id: the member, or items of its list (`contacts#2`). It is
	 * neither listed nor missing.
	 */
	readonly leftOut: readonly string[];
}

/** `undefined` where it is broken: no newer app could read that either. */
export function readMember(id: string, json: unknown): ReadMember | undefined {
	if (isArticleId(id)) return readArticle(id, json);
	if (id.startsWith('change/')) return readNote(id, json);
	if (id === 'contacts' || id === 'terms') return readItems(id, json);
	// a broken one costs what it says of sounds, and no text
	if (id === 'audio') return { leftOut: [] };
	if (id === 'search') return v.is(SearchWords, json) ? { leftOut: [] } : undefined;
	if (id !== 'coverage') return { leftOut: [id] };
	return readItems(id, partOf(json, 'claims'));
}

function readArticle(id: string, json: unknown): ReadMember | undefined {
	const article = v.safeParse(CardSource, json);
	if (!article.success && !isForNewerApps(article.issues)) return undefined;
	const isKnown = article.success && !hasUnknownWord(json) && areItemsKnown(json);
	return isKnown ? { article: article.output, leftOut: [] } : { leftOut: [id] };
}

function readNote(id: string, json: unknown): ReadMember | undefined {
	const note = v.safeParse(NoteSource, json);
	if (note.success) return { leftOut: [] };
	return isForNewerApps(note.issues) ? { leftOut: [id] } : undefined;
}

function readItems(id: string, items: unknown): ReadMember | undefined {
	if (!Array.isArray(items)) return undefined;
	const inList = (item: unknown, index: number) =>
		hasUnknownWord(item) ? `${id}#${String(index)}` : [];
	return { leftOut: items.flatMap(inList) };
}

/** What the lists of words cannot tell: an item is a text, or a contact to call, or for newer apps. */
function areItemsKnown(json: unknown): boolean {
	return ['do', 'say', 'call', 'dont', 'papers'].every((name) => {
		const items = partOf(partOf(json, name), 'items');
		const isKnown = (it: unknown): boolean =>
			(partOf(it, 'html') ?? (name === 'call' ? partOf(it, 'contact') : undefined)) !== undefined;
		return !Array.isArray(items) || items.every(isKnown);
	});
}

const partOf = (json: unknown, name: string): unknown =>
	(json as Readonly<Record<string, unknown>> | null | undefined)?.[name];
