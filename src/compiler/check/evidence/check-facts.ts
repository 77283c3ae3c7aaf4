import { FACT_CONFIDENCES } from '#lib/edition/vocabulary.ts';
import { STEP_BLOCKS, UNCONFIRMED } from '../../text/block-model.ts';
import { englishOf, type ArticleText, type BodyText, type Corpus } from '../../read/corpus.ts';
import { problemAt, type Diagnostic } from '../../base/diagnostic.ts';
import { inLine, setTo } from '../../base/fix.ts';
import type { Marker } from '../../read/fact-markers.ts';
import { isWeak, type Fact } from '../../read/json-files.ts';
import { didYouMean, nearestFix } from '../../base/nearest.ts';
import { unitsOf } from '../../read/parse-body.ts';
import { sourcesOfFacts } from '../../text/source-refs.ts';

/** The most `{practice}` markers of a guide: advice that rests on no fact is the exception. */
const MOST_PRACTICE = 5;

/** A marker and the block it stands in. */
interface PlacedMarker extends Marker {
	readonly anchor: string;
}

/** What articles rest on. English only: a translation has the same markers, which is checked. */
export function* checkFacts(corpus: Corpus): Generator<Diagnostic> {
	if (!corpus.hasFacts) return;
	for (const body of corpus.bodies.filter(({ lang }) => lang === 'en')) {
		yield* checkBody(body, markersOf(body), corpus);
	}
	for (const article of englishOf(corpus)) {
		const markers = markersOf(article);
		yield* checkConfidence(article, markers, corpus);
		yield* checkGrades(article, markers, corpus);
		yield* checkSourced(article, markers, corpus);
		yield* checkSources(article, markers, corpus);
	}
}

const markersOf = ({ blocks }: BodyText): PlacedMarker[] =>
	blocks.flatMap((block) =>
		unitsOf(block).flatMap(({ markers }) =>
			markers.map((marker) => ({ ...marker, anchor: block.anchor }))
		)
	);

function* checkBody(
	body: BodyText,
	markers: readonly PlacedMarker[],
	{ facts }: Corpus
): Generator<Diagnostic> {
	for (const { anchor, line, facts: ids } of markers) {
		for (const id of ids) {
			const fact = facts.get(id)?.fields;
			if (!fact) {
				const remedy = `${didYouMean(id, facts.keys())}The facts are in evidence/facts.json.`;
				const fixes = nearestFix(id, facts.keys(), (best) => inLine(id, best));
				yield problemAt(body, line, `there is no fact "${id}"`, remedy, fixes);
			} else if (isWeak(fact) && anchor !== UNCONFIRMED) {
				const remedy = 'Move the sentence under {#unconfirmed} and say who says it, or delete it.';
				yield problemAt(
					body,
					line,
					`fact ${id} is ${fact.confidence}: it may not stand here`,
					remedy
				);
			}
		}
	}
	const practice = markers.filter(({ isPractice }) => isPractice);
	const beyond = practice[body.kind === 'guide' ? MOST_PRACTICE : 0];
	if (!beyond) return;
	const count = `${String(practice.length)} times {practice}: ${String(MOST_PRACTICE)} are allowed`;
	const problem = body.kind === 'guide' ? count : '{practice} stands in a directive';
	yield problemAt(body, beyond.line, problem, 'Rest the sentence on a fact, or delete it.');
}

/**
 * An article has at most the confidence of the weakest fact under a step; a directive, whose status
 * rests on what {#short} says, that of the weakest fact there.
 */
function* checkConfidence(
	article: ArticleText,
	markers: readonly PlacedMarker[],
	{ facts }: Corpus
): Generator<Diagnostic> {
	const { confidence } = article.fields;
	const carrying = markers.filter(({ anchor }) => STEP_BLOCKS.has(anchor) || anchor === 'short');
	const used = carrying.flatMap((it) => it.facts).flatMap((id) => facts.get(id)?.fields ?? []);
	// a weaker fact may not stand here at all, which is reported at its marker
	const allowed = used.filter((fact) => !isWeak(fact));
	const weakest = allowed.sort((a, b) => strength(b.confidence) - strength(a.confidence))[0];
	if (!weakest || strength(weakest.confidence) <= strength(confidence)) return;
	const problem = `confidence is ${confidence}, but fact ${weakest.id} is ${weakest.confidence}`;
	const remedy = `Write ${weakest.confidence}.`;
	const fixes = [setTo(['confidence'], weakest.confidence)];
	yield problemAt(article, article.lineOf(['confidence']), problem, remedy, fixes);
}

const strength = (confidence: Fact['confidence']): number => FACT_CONFIDENCES.indexOf(confidence);

/** No step may rest on sources of grade `low` alone: nobody stands behind those. */
function* checkGrades(
	article: ArticleText,
	markers: readonly PlacedMarker[],
	corpus: Corpus
): Generator<Diagnostic> {
	const isLow = (slug: string) => corpus.sources.get(slug)?.fields.grade === 'low';
	for (const { anchor, line, facts } of markers) {
		if (!STEP_BLOCKS.has(anchor)) continue;
		for (const id of facts) {
			const slugs = sourcesOfFacts([id], corpus);
			if (slugs.length === 0 || !slugs.every(isLow)) continue;
			const problem = `fact ${id} has only a source of grade low: ${slugs.join(', ')}`;
			const remedy = 'Find a better source, or move the sentence under {#unconfirmed}.';
			yield problemAt(article, line, problem, remedy);
		}
	}
}

/** Each fact has a source file, or readers would see no source for it; but for those nobody has read. */
function* checkSourced(
	article: ArticleText,
	markers: readonly PlacedMarker[],
	corpus: Corpus
): Generator<Diagnostic> {
	// a source that could not be read is reported as such
	const files = [...corpus.known].filter((id) => id.startsWith('source/'));
	if (files.length > corpus.sources.size) return;
	for (const { line, facts } of markers) {
		for (const id of facts) {
			const fact = corpus.facts.get(id)?.fields;
			if (!fact || fact.source === null || sourcesOfFacts([id], corpus).length > 0) continue;
			const remedy = `Add "${id}" to the facts of the file in sources/ that supports it, or write the file.`;
			yield problemAt(article, line, `fact ${id} has no source file`, remedy);
		}
	}
}

/** The field `sources` names every source of the article's facts, and no other. */
function* checkSources(
	article: ArticleText,
	markers: readonly PlacedMarker[],
	corpus: Corpus
): Generator<Diagnostic> {
	const used = sourcesOfFacts(
		markers.flatMap(({ facts }) => facts),
		corpus
	);
	const { sources } = article.fields;
	const line = article.lineOf(['sources']);
	const missing = used.filter((slug) => !sources.includes(slug));
	// a name without a source file is reported as such
	const superfluous = sources.filter((slug) => !used.includes(slug) && corpus.sources.has(slug));

	if (missing.length > 0) {
		const problem = `sources lacks what the facts rest on: ${missing.join(', ')}`;
		const fixes = [setTo(['sources'], used, 'add-source')];
		yield problemAt(article, line, problem, `Write: [${used.join(', ')}]`, fixes);
	}
	if (superfluous.length > 0) {
		const problem = `sources names what no fact here rests on: ${superfluous.join(', ')}`;
		const fixes = [setTo(['sources'], used, 'remove-source')];
		yield problemAt(article, line, problem, `Write: [${used.join(', ')}]`, fixes);
	}
}
