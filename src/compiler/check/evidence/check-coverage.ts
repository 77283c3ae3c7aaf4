import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { UNCONFIRMED } from '../../text/block-model.ts';
import { checkFactIds } from './check-fact-ids.ts';
import { englishOf, type ArticleText, type Corpus } from '../../read/corpus.ts';
import { problemAt, type Diagnostic } from '../../base/diagnostic.ts';
import type { Claim } from '../../read/json-files.ts';
import { didYouMean } from '../../base/nearest.ts';
import { markersIn } from '../../read/parse-body.ts';
import type { Located } from '../../read/yaml/parse-yaml.ts';

/** The languages in which every claim is answered, as far as the publisher has them. */
const ANSWERED_IN: readonly LanguageTag[] = ['en', 'es'];

const languagesOf = ({ publisher }: Corpus): LanguageTag[] =>
	ANSWERED_IN.filter((lang) => publisher.fields.languages.includes(lang));

/** Every claim is answered by the article in its `coverIn`, and that article names the claim. */
export function* checkCoverage(corpus: Corpus): Generator<Diagnostic> {
	if (!corpus.hasClaims) return;
	for (const article of englishOf(corpus)) yield* checkNamed(article, corpus);
	for (const claim of corpus.claims.values()) {
		yield* checkClaim(claim, corpus);
		yield* checkFactIds(claim, ['factIds'], claim.fields.factIds, corpus);
	}
}

export interface CoverageCount {
	readonly covered: number;
	readonly total: number;
	readonly languages: readonly LanguageTag[];
}

/** How many claims are answered, in all of these languages. */
export function countCovered(corpus: Corpus): CoverageCount {
	const claims = [...corpus.claims.values()];
	const covered = claims.filter((claim) => [...checkClaim(claim, corpus)].length === 0).length;
	return { covered, total: claims.length, languages: languagesOf(corpus) };
}

function* checkNamed(article: ArticleText, { claims, known }: Corpus): Generator<Diagnostic> {
	for (const [index, id] of article.fields.claims.entries()) {
		const line = article.lineOf(['claims', index]);
		const claim = claims.get(id);
		if (!claim) {
			const remedy = `${didYouMean(id, claims.keys())}The claims are in evidence/claims.json.`;
			yield problemAt(article, line, `there is no claim "${id}"`, remedy);
			continue;
		}
		const { coverIn } = claim.fields;
		const isElsewhere = known.has(`guide/${coverIn}`) || known.has(`directive/${coverIn}`);
		// one that is nowhere is reported at the claim
		if (coverIn !== article.slug && isElsewhere) {
			const problem = `names ${id}, which is to be covered in "${coverIn}"`;
			const remedy = `Take it out here, or write "${article.slug}" as its coverIn in evidence/claims.json.`;
			yield problemAt(article, line, problem, remedy);
		}
	}
}

function* checkClaim(claim: Located<Claim>, corpus: Corpus): Generator<Diagnostic> {
	const { guides, directives, bodies } = corpus;
	const { id, coverIn } = claim.fields;
	const line = claim.lineOf(['coverIn']);
	const article = (guides.get(coverIn) ?? directives.get(coverIn))?.get('en');
	if (!article) {
		const remedy = `${didYouMean(coverIn, [...guides.keys(), ...directives.keys()])}Write it.`;
		const problem = `${id} is to be covered in "${coverIn}", which is not there`;
		yield problemAt(claim, line, problem, remedy);
		return;
	}
	if (!article.fields.claims.includes(id)) {
		const remedy = `Add ${id} to "claims" of ${article.name}.`;
		yield problemAt(claim, line, `${id} is covered by no article`, remedy);
		return;
	}
	for (const lang of languagesOf(corpus)) {
		const isThere = bodies.some((body) => body.slug === coverIn && body.lang === lang);
		if (isThere) continue;
		const remedy = `Translate it: ${article.name.replace(/en\.md$/, `${lang}.md`)}`;
		yield problemAt(
			claim,
			line,
			`${id} is not covered in ${lang}: "${coverIn}" has no ${lang}`,
			remedy
		);
	}
	yield* checkVerdict(claim, article, corpus);
}

/** The article gives the verdict with the claim's own facts; an unconfirmed one under {#unconfirmed}. */
function* checkVerdict(
	claim: Located<Claim>,
	article: ArticleText,
	{ facts: known, hasFacts }: Corpus
): Generator<Diagnostic> {
	const { id, verdict, factIds } = claim.fields;
	// a fact that is not there is reported as such
	if (!hasFacts || !factIds.every((it) => known.has(it))) return;
	const isUnconfirmed = verdict === 'unconfirmed';
	const blocks = article.blocks.filter(({ anchor }) => !isUnconfirmed || anchor === UNCONFIRMED);
	const facts = markersIn(blocks).flatMap((it) => it.facts);
	if (blocks.length > 0 && (factIds.length === 0 || factIds.some((it) => facts.includes(it))))
		return;
	const where = isUnconfirmed ? 'under {#unconfirmed}' : 'in a sentence';
	const named = factIds.length > 0 ? ` (${factIds.join(', ')})` : '';
	const problem = `${id} is ${verdict}, and "${article.slug}" does not say so with its facts${named}`;
	const remedy = `Say what was found ${where} with one of these facts, or correct factIds.`;
	yield problemAt(claim, claim.lineOf(['verdict']), problem, remedy);
}
