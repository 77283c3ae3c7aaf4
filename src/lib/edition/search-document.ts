import { articleId } from './card.ts';
import type { CardSource } from './card-source.ts';

/** What search on the phone looks through: one per article and language. */
export interface SearchDocument {
	/** `guide/<slug>` or `directive/<slug>`. */
	readonly id: string;
	readonly title: string;
	readonly summary: string;
	readonly search: string;
}

export function toSearchDocument({
	kind,
	slug,
	title,
	summary,
	search
}: CardSource): SearchDocument {
	return { id: articleId(kind, slug), title, summary, search };
}
