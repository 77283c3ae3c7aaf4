import { JURISDICTIONS } from '#lib/edition/generated/site.ts';
import type { Article, Directive } from '#lib/edition/article.ts';
import type { Status } from '#lib/edition/vocabulary.ts';

/** schema.org has no word for `unclear` and `not_law`. */
const FORCES: Partial<Record<Status, 'InForce' | 'PartiallyInForce' | 'NotInForce'>> = {
	in_force: 'InForce',
	in_force_challenged: 'InForce',
	partly_blocked: 'PartiallyInForce',
	blocked: 'NotInForce',
	announced: 'NotInForce',
	proposed: 'NotInForce',
	replaced: 'NotInForce',
	withdrawn: 'NotInForce',
	ended: 'NotInForce'
};

const isLegislation = (article: Article | undefined): article is Directive =>
	article?.kind === 'directive' &&
	(article.form === 'law' || article.form === 'order') &&
	article.confidence !== 'low' &&
	article.status !== 'unclear';

/**
 * The law or order that a directive sums up, as schema.org `Legislation`. `undefined` for everything
 * else: memos, letters and rulings are not legislation, nor is a law whose existence our sources
 * dispute. `legislationLegalForce` cannot express doubt, so it is given only with high confidence.
 * `named` gives other directives by slug.
 */
export function legislation(
	directive: Directive,
	named: (slug: string) => Article | undefined
): object | undefined {
	if (!isLegislation(directive)) return;
	const { officialName, issuer, level, confidence, status, statusAsOf, issuedOn } = directive;
	const force = confidence === 'high' && status ? FORCES[status] : undefined;
	const changes = [...directive.amends, ...directive.replaces]
		.map(named)
		.filter(isLegislation)
		.map((other) => ({ '@type': 'Legislation', name: other.officialName }));
	return {
		'@type': 'Legislation',
		name: officialName,
		legislationPassedBy: issuer,
		legislationJurisdiction: JURISDICTIONS[level],
		// the day of our evidence, not of the build
		legislationDateVersion: statusAsOf,
		...(issuedOn && { legislationDate: issuedOn }),
		...(force && { legislationLegalForce: `https://schema.org/${force}` }),
		...(changes.length > 0 && { legislationChanges: changes })
	};
}
