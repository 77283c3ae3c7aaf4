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

/**
 * What changed from one edition to another: important first, then by title's id. A text that
 * differs is a change; a change note that came with it says whether it is major, and why.
 */
export function compareEditions(before: Snapshot, after: Snapshot): ArticleChange[] {
	const known = new Set(before.edition.changes.map(({ slug }) => slug));
	const notes = after.edition.changes
		.filter(({ slug }) => !known.has(slug))
		.sort((a, b) => b.date.localeCompare(a.date));
	const old = new Map(before.cards?.map((card) => [card.id, card]));

	const changes = (after.cards ?? []).flatMap((card) => {
		const about = notes.filter((note) => isAbout(note, card.id));
		const state = stateOf(card, before.cards && old, about);
		if (!state) return [];
		// a new article is no edit: it is news unless a note says that it is not
		const byDefault = state === 'new' && about.length === 0 ? 'major' : 'minor';
		return [{ ...describe(card, about, byDefault), state }];
	});

	const gone = new Set(before.edition.withdrawn.map(({ id }) => id));
	const withdrawn = after.edition.withdrawn
		.filter(({ id }) => !gone.has(id))
		.map(({ id }) => {
			const about = notes.filter((note) => isAbout(note, id));
			const [kind, slug = ''] = id.split('/');
			const named = { id, slug, title: old.get(id)?.title ?? slug };
			const kept = { ...named, kind: kind === 'guide' ? 'guide' : 'directive' } as const;
			return {
				...describe(kept, about, 'major'),
				importance: 'major',
				state: 'withdrawn'
			} as const;
		});

	return [...withdrawn, ...changes].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

/** A note without articles is about all of them. */
const isAbout = ({ articles }: Note, id: string): boolean =>
	articles.length === 0 || articles.includes(id);

const rank = ({ importance }: ArticleChange): number => (importance === 'major' ? 0 : 1);

function stateOf(
	card: Card,
	old: ReadonlyMap<string, Card> | undefined,
	about: readonly Note[]
): 'new' | 'changed' | undefined {
	if (!old) return about.length > 0 ? 'changed' : undefined;
	const was = old.get(card.id);
	if (!was) return 'new';
	return was.sha256 === card.sha256 ? undefined : 'changed';
}

function describe(
	{ id, slug, kind, title }: Pick<Card, 'id' | 'slug' | 'kind' | 'title'>,
	about: readonly Note[],
	byDefault: ArticleChange['importance']
) {
	const importance = about.some((note) => note.importance === 'major') ? 'major' : byDefault;
	const note = (about.find((it) => it.importance === importance) ?? about[0])?.slug;
	return { id, slug, kind, title, importance, ...(note !== undefined && { note }) };
}
