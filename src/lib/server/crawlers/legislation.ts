import type { Article, Directive } from '#lib/edition/article.ts';
import type { Level, Status } from '#lib/edition/vocabulary.ts';

const JURISDICTIONS: Readonly<Record<Level, string>> = {
	city: 'New York City',
	school: 'New York City',
	state: 'New York State',
	federal: 'United States'
};

/** `unclear` and `not_law` have no word in schema.org, and get none. */
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
 * The law or order that a directive sums up, in schema.org's words; `undefined` for everything else:
 * a memo or a letter is no legislation, nor is a court's ruling, and of a law that our sources do not
 * agree on we do not say that there is one. There is no room for doubt in `legislationLegalForce`, so
 * it is said only where confidence is high. `named` gives other directives by slug.
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
		// the day that our evidence speaks for, not the day of printing
		legislationDateVersion: statusAsOf,
		...(issuedOn && { legislationDate: issuedOn }),
		...(force && { legislationLegalForce: `https://schema.org/${force}` }),
		...(changes.length > 0 && { legislationChanges: changes })
	};
}
