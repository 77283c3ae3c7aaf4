import * as v from 'valibot';
import { Article, ChangeNote, Contact, Term } from './article.ts';
import { isArticleId } from './card.ts';
import { Claim, Coverage } from './coverage.ts';
import { isForNewerApps } from './known.ts';

/** A member as this app reads it. */
export interface ReadMember {
	readonly article?: Article;
	/**
	 * What of it is for newer apps, by id: the member, or items of its list (`contacts#2`). It is
	 * neither listed nor missing.
	 */
	readonly leftOut: readonly string[];
}

/** `undefined` where it is broken: no newer app could read that either. */
export function readMember(id: string, json: unknown): ReadMember | undefined {
	if (isArticleId(id)) {
		const article = v.safeParse(Article, json);
		if (article.success) return { article: article.output, leftOut: [] };
		return isForNewerApps(article.issues) ? { leftOut: [id] } : undefined;
	}
	if (id.startsWith('change/')) return readItems([json], ChangeNote, () => id);
	const inList = (index: number): string => `${id}#${String(index)}`;
	if (id === 'contacts') return readItems(json, Contact, inList);
	if (id === 'terms') return readItems(json, Term, inList);
	if (id !== 'coverage') return { leftOut: [id] };
	return v.is(Coverage, json) ? readItems(json.claims, Claim, inList) : undefined;
}

function readItems(
	items: unknown,
	schema: v.GenericSchema,
	name: (index: number) => string
): ReadMember | undefined {
	if (!Array.isArray(items)) return undefined;
	const results = items.map((it) => v.safeParse(schema, it));
	if (results.some(({ success, issues }) => !success && !isForNewerApps(issues))) return undefined;
	return { leftOut: results.flatMap(({ success }, index) => (success ? [] : name(index))) };
}
