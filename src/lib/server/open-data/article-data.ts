import { siteOf } from '#lib/edition/address/base-path.ts';
import type { Article } from '#lib/edition/article.ts';
import { articleId, articlePath } from '#lib/edition/card.ts';
import type { Edition } from '#lib/edition/edition.ts';
import type { OpenArticle } from '#lib/edition/library.ts';
import { blobPath, PUBLISHED } from '#lib/edition/address/published-paths.ts';
import type { Translate } from '#lib/messages/translate.ts';
import { dataPath } from '#lib/server/published/addresses.ts';
import { articleLabels } from '#lib/server/published/article-labels.ts';
import { articleBlocks } from './article-blocks.ts';
import { stampOf } from './edition-data.ts';

/** What lists show of an article, and its own file repeats. `labels` must accompany the text. */
export function articleSummary(
	edition: Edition,
	t: Translate,
	{ article, blob }: Pick<OpenArticle, 'article' | 'blob'>
): object {
	const site = siteOf(edition);
	const { lang } = t;
	const id = articleId(article.kind, article.slug);
	const { kind, slug, title, summary, level, audiences, statusAsOf, confidence } = article;
	const { checkedOn, reviewBy, changedOn, isApproved, legalReview, translation } = article;
	return {
		id,
		kind,
		slug,
		lang: article.lang,
		title,
		summary,
		level,
		audiences,
		...(article.kind === 'guide'
			? { urgency: article.urgency, scenario: article.scenario }
			: { form: article.form, status: article.status ?? null }),
		...{ statusAsOf, confidence, checkedOn, reviewBy, changedOn, isApproved, legalReview },
		// null for the English text
		translation: article.lang === lang ? (translation ?? null) : { state: 'missing' },
		labels: articleLabels(t, lang, article),
		address: `${site}${articlePath(lang, id)}`,
		data: `${site}${dataPath(lang, id)}`,
		/** The file of the signed edition that this was made from. */
		signed: `${site}${PUBLISHED}${blobPath(blob)}`
	};
}

/** `/data/<lang>/<kind>/<slug>.json`: everything that the page of an article shows. */
export function articleData(edition: Edition, t: Translate, open: OpenArticle): object {
	const { article } = open;
	return {
		...stampOf(edition),
		...articleSummary(edition, t, open),
		...(article.kind === 'guide' ? { directives: article.directives } : directiveFacts(article)),
		changes: article.changes,
		blocks: articleBlocks(article),
		sources: article.sources
	};
}

function directiveFacts(directive: Extract<Article, { kind: 'directive' }>): object {
	const { officialName, issuer, appliesTo, doesNotApplyTo, statusNote } = directive;
	const { scopePlace, scopePeople, court, orderDate, appeal } = directive;
	const { issuedOn, inForceFrom, endedOn } = directive;
	const { replaces, replacedBy, replacedByNote, amends, guides, inEnglish = [] } = directive;
	return {
		...{ officialName, issuer, appliesTo, doesNotApplyTo, statusNote },
		...{ scopePlace, scopePeople, court, orderDate, appeal },
		...{ issuedOn, inForceFrom, endedOn },
		...{ replaces, replacedBy, replacedByNote, amends, guides },
		/** Names of these fields that are in English for want of a translation. */
		inEnglish
	};
}
