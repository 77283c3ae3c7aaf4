import type { Status } from '#lib/edition/vocabulary.ts';
import { STEP_BLOCKS } from '../../text/block-model.ts';
import { englishOf, type ArticleText, type Corpus } from '../../read/corpus.ts';
import { problemAt, type Diagnostic } from '../../base/diagnostic.ts';
import { markersIn } from '../../read/parse-body.ts';

/** Statuses of rules that are not in force, or that nobody is sure of: no step may rest on one. */
const BARRED: ReadonlySet<Status> = new Set([
	'blocked',
	'announced',
	'proposed',
	'replaced',
	'withdrawn',
	'ended',
	'unclear'
]);

/** Guides rest only on rules in force: those that they name, and those behind the facts of their steps. */
export function* checkRulesInForce(corpus: Corpus): Generator<Diagnostic> {
	const dead = deadFacts(corpus);
	for (const article of englishOf(corpus)) {
		const { fields } = article;
		if (fields.kind !== 'guide') continue;
		yield* checkFoundation(article, fields.directives, corpus);
		yield* checkSteps(article, dead);
	}
}

function* checkFoundation(
	guide: ArticleText,
	slugs: readonly string[],
	{ directives }: Corpus
): Generator<Diagnostic> {
	for (const [index, slug] of slugs.entries()) {
		const status = directives.get(slug)?.get('en')?.fields.status;
		if (!status || !BARRED.has(status)) continue;
		const problem = `rests on "${slug}", whose status is ${status}`;
		const remedy = 'Take it out, and every step that needs it.';
		yield problemAt(guide, guide.lineOf(['directives', index]), problem, remedy);
	}
}

function* checkSteps(
	guide: ArticleText,
	dead: ReadonlyMap<string, ArticleText>
): Generator<Diagnostic> {
	const steps = guide.blocks.filter(({ anchor }) => STEP_BLOCKS.has(anchor));
	for (const { line, facts } of markersIn(steps)) {
		for (const id of facts) {
			const rule = dead.get(id);
			if (!rule) continue;
			const problem = `a step rests on fact ${id}, which only "${rule.slug}" has: it does not hold`;
			const remedy = 'Take the step out, or rest it on a fact of a rule that is in force.';
			yield problemAt(guide, line, problem, remedy);
		}
	}
}

/** Facts that only directives with a barred status use. */
function deadFacts(corpus: Corpus): ReadonlyMap<string, ArticleText> {
	const dead = new Map<string, ArticleText>();
	const alive = new Set<string>();
	for (const article of englishOf(corpus)) {
		const { fields, blocks } = article;
		if (fields.kind !== 'directive') continue;
		for (const id of markersIn(blocks).flatMap(({ facts }) => facts)) {
			if (fields.status && BARRED.has(fields.status)) dead.set(id, article);
			else alive.add(id);
		}
	}
	return new Map([...dead].filter(([id]) => !alive.has(id)));
}
