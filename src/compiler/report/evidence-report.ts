import { articleId } from '#lib/edition/card.ts';
import {
	englishOf,
	textsIn,
	type ArticleText,
	type BodyText,
	type Corpus
} from '../read/corpus.ts';
import { compareText } from '../base/diagnostic.ts';
import type { Marker } from '../read/fact-markers.ts';
import type { SourceFront } from '../read/front-matter.ts';
import { isWeak, type Fact } from '../read/json-files.ts';
import { unitsOf } from '../read/parse-body.ts';

export interface Place {
	readonly file: string;
	readonly line: number;
}

/** How new the evidence of an article is, and how much of it is weak. */
export interface ArticleEvidence {
	/** `guide/school-bus` */
	readonly id: string;
	readonly file: string;
	/** A day, month or year: that of its newest dated source, or `null` where none has a date. */
	readonly newest: string | null;
	/** Facts of low or unverified confidence that it names. */
	readonly weak: readonly string[];
	/** Lines with `{practice}`. */
	readonly practice: number;
	/** Slugs of its sources that were read in a copy, though the original has an address. */
	readonly copies: readonly string[];
}

/** What an editor should look at, however clean the check is. English: translations rest on it. */
export interface EvidenceReport {
	readonly unusedFacts: readonly Pick<Fact, 'id' | 'confidence' | 'statement'>[];
	readonly weakFacts: readonly (Pick<Fact, 'id' | 'confidence'> & {
		readonly places: readonly Place[];
	})[];
	/** Those whose newest evidence is oldest first; of these, those without a date. */
	readonly articles: readonly ArticleEvidence[];
	readonly practice: readonly (Place & { readonly text: string })[];
	readonly copies: readonly (Required<Pick<SourceFront, 'slug' | 'url' | 'originalUrl'>> & {
		readonly articles: readonly string[];
	})[];
}

interface PlacedMarker extends Marker, Place {
	/** The whole line: a marker is for the words before it. */
	readonly text: string;
}

export function reportEvidence(corpus: Corpus): EvidenceReport {
	const bodies = corpus.bodies.filter(({ lang }) => lang === 'en');
	const markers = bodies.flatMap(markersIn);
	const used = new Set([
		...markers.flatMap(({ facts }) => facts),
		...textsIn(corpus.contacts, 'en').flatMap(({ fields }) => fields.facts),
		...textsIn(corpus.terms, 'en').flatMap(({ fields }) => fields.facts)
	]);
	const facts = [...corpus.facts.values()].map(({ fields }) => fields);
	const articles = englishOf(corpus).map((text) => evidenceOf(text, corpus));
	return {
		unusedFacts: facts
			.filter(({ id }) => !used.has(id))
			.map(({ id, confidence, statement }) => ({ id, confidence, statement })),
		weakFacts: facts.filter(isWeak).map(({ id, confidence }) => {
			const naming = markers.filter((marker) => marker.facts.includes(id));
			return { id, confidence, places: naming.map(({ file, line }) => ({ file, line })) };
		}),
		articles: articles.sort((a, b) => byDate(a.newest, b.newest) || compareText(a.id, b.id)),
		practice: markers
			.filter(({ isPractice }) => isPractice)
			.map(({ file, line, text }) => ({ file, line, text })),
		copies: [...corpus.sources.values()].flatMap(({ fields }) => {
			const { slug, url, originalUrl } = fields;
			if (!isCopy(fields) || originalUrl === undefined) return [];
			const naming = articles.filter(({ copies }) => copies.includes(slug));
			return [{ slug, url, originalUrl, articles: naming.map(({ id }) => id).sort(compareText) }];
		})
	};
}

function evidenceOf(article: ArticleText, { facts, sources }: Corpus): ArticleEvidence {
	const { kind, slug, name } = article;
	const markers = markersIn(article);
	const named = new Set(markers.flatMap((marker) => marker.facts));
	const own = article.fields.sources.flatMap((source) => sources.get(source)?.fields ?? []);
	const dates = own.flatMap(({ docDate }) => docDate ?? []);
	return {
		id: articleId(kind, slug),
		file: name,
		newest: dates.sort(byDate).at(-1) ?? null,
		weak: [...named].filter((id) => {
			const fact = facts.get(id)?.fields;
			return fact && isWeak(fact);
		}),
		practice: markers.filter(({ isPractice }) => isPractice).length,
		copies: own.filter(isCopy).map((source) => source.slug)
	};
}

const isCopy = ({ copy, originalUrl }: SourceFront): boolean =>
	copy === 'third-party' && originalUrl !== undefined;

const markersIn = ({ name, blocks }: BodyText): PlacedMarker[] =>
	blocks
		.flatMap(unitsOf)
		.flatMap(({ text, markers }) => markers.map((marker) => ({ ...marker, file: name, text })));

/** Compares as text, which sorts a month before its days: evidence is not made newer than it says. */
const byDate = (a: string | null, b: string | null): number => compareText(a ?? '', b ?? '');
