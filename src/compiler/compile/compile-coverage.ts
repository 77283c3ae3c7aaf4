import { articleId } from '#lib/edition/card.ts';
import type { Coverage } from '#lib/edition/coverage.ts';
import { englishOf, type Corpus } from '../read/corpus.ts';
import { compareText } from '../base/diagnostic.ts';
import { reportEvidence } from '../report/evidence-report.ts';

/**
 * Every claim of `evidence/claims.json` with the articles that name it, the one of its `coverIn`
 * first; and what each article rests on. Corrections and facts stay behind: the articles say them,
 * with sources and dates.
 */
export function compileCoverage(corpus: Corpus): Coverage {
	const articles = englishOf(corpus);
	const claims = [...corpus.claims.values()].map(({ fields }) => {
		const { id, claim, verdict, coverIn } = fields;
		const covering = articles.filter(({ fields: { claims } }) => claims.includes(id));
		const rank = ({ slug }: { slug: string }): number => (slug === coverIn ? 0 : 1);
		const ids = covering
			.sort((a, b) => rank(a) - rank(b) || compareText(a.slug, b.slug))
			.map(({ kind, slug }) => articleId(kind, slug));
		return { id, text: claim, verdict, articles: ids };
	});
	const { unusedFacts, articles: resting } = reportEvidence(corpus);
	const evidence = {
		unusedFacts: unusedFacts.length,
		articles: resting.map(({ id, newest, weak, practice, copies }) => {
			return { id, newest, unconfirmed: weak.length, practice, copies: copies.length };
		})
	};
	return { lang: 'en', claims: claims.sort((a, b) => compareText(a.id, b.id)), evidence };
}
