import type { Article } from './article.ts';
import type { Card } from './card.ts';
import type { Edition } from './edition.ts';

/** One article that is not as the reader last saw it. */
export interface ArticleChange {
	readonly id: string;
	readonly slug: string;
	readonly kind: Article['kind'];
	readonly title: string;
	/** Minor edits are listed, and never marked, counted or announced. */
	readonly importance: 'major' | 'minor';
	readonly state: 'new' | 'changed' | 'withdrawn';
	/** Slug of the newest change note that says why. */
	readonly note?: string;
}

/** An edition as one language shows it. */
export interface Snapshot {
	readonly edition: Pick<Edition, 'changes' | 'withdrawn'>;
	/** `undefined` where the language was not on the phone: then only change notes can tell. */
	readonly cards: readonly Card[] | undefined;
}

type Note = Edition['changes'][number];

/** What changed from one edition to another, important first, then by id. */
export function compareEditions(before: Snapshot, after: Snapshot): ArticleChange[] {
	const known = new Set(before.edition.changes.map(({ slug }) => slug));
	// `toSorted` is younger than phones we serve; `filter` has made a copy
	const notes = after.edition.changes
		.filter(({ slug }) => !known.has(slug))
		.sort((a, b) => compareText(b.date, a.date));
	const changes = [...changedCards(before, after, notes), ...withdrawn(before, after)];
	return [...changes].sort(
		(a, b) => compareText(a.importance, b.importance) || compareText(a.id, b.id)
	);
}

function changedCards(
	{ cards: old = [] }: Snapshot,
	{ cards = [] }: Snapshot,
	notes: readonly Note[]
): ArticleChange[] {
	const hashes = new Map(old.map(({ id, sha256 }) => [id, sha256]));
	return cards.flatMap(({ id, slug, kind, title, sha256 }) => {
		const was = hashes.get(id);
		if (was === sha256) return [];
		const covering = notes.filter(({ articles }) => covers(articles, id));
		const isMajor = covering.some(({ importance }) => importance === 'major');
		const [note] = covering;
		const change: ArticleChange = {
			id,
			slug,
			kind,
			title,
			// an article that was not there before is news by itself
			importance: isMajor || was === undefined ? 'major' : 'minor',
			state: was === undefined ? 'new' : 'changed',
			...(note && { note: note.slug })
		};
		return [change];
	});
}

function withdrawn(before: Snapshot, { edition }: Snapshot): ArticleChange[] {
	const known = new Set(before.edition.withdrawn.map(({ id }) => id));
	return edition.withdrawn.flatMap(({ id }) => {
		const card = before.cards?.find((it) => it.id === id);
		if (known.has(id) || !card) return [];
		const { slug, kind, title } = card;
		return [{ id, slug, kind, title, importance: 'major', state: 'withdrawn' } as const];
	});
}

/** A note without articles is about all of them. */
const covers = (articles: readonly string[], id: string): boolean =>
	articles.length === 0 || articles.includes(id);

/** By code unit, which is also "major" before "minor". */
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
