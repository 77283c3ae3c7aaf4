import * as v from 'valibot';
import { isArticleId } from './card.ts';
import { CardSource } from './card-source.ts';
import { isForNewerApps } from './known.ts';
import { hasUnknownWord } from './words.ts';

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
	// what a note says of importance, audience and source may be unknown: it is news all the same
	if (id.startsWith('change/')) return { leftOut: [] };
	if (id === 'contacts' || id === 'terms') return readItems(id, json);
	if (id !== 'coverage') return { leftOut: [id] };
	return readItems(id, partOf(json, 'claims'));
}

function readArticle(id: string, json: unknown): ReadMember | undefined {
	const article = v.safeParse(CardSource, json);
	if (!article.success && !isForNewerApps(article.issues)) return undefined;
	const isKnown = article.success && !hasUnknownWord(json) && areCallsKnown(json);
	return isKnown ? { article: article.output, leftOut: [] } : { leftOut: [id] };
}

function readItems(id: string, items: unknown): ReadMember | undefined {
	if (!Array.isArray(items)) return undefined;
	const inList = (item: unknown, index: number) =>
		hasUnknownWord(item) ? `${id}#${String(index)}` : [];
	return { leftOut: items.flatMap(inList) };
}

/** What the lists of words cannot tell: whom to call is a contact or a text, or for newer apps. */
function areCallsKnown(json: unknown): boolean {
	const items = partOf(partOf(json, 'call'), 'items');
	const isKnown = (it: unknown) => (partOf(it, 'contact') ?? partOf(it, 'html')) !== undefined;
	return !Array.isArray(items) || items.every(isKnown);
}

const partOf = (json: unknown, name: string): unknown =>
	(json as Readonly<Record<string, unknown>> | null | undefined)?.[name];
