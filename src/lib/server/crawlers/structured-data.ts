import { siteOf } from '#lib/edition/address/base-path.ts';
import { articlePath } from '#lib/edition/card.ts';
import type { Article, SourceRef } from '#lib/edition/article.ts';
import type { Edition } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { plainText } from '#lib/edition/text/plain-text.ts';
import { legislation } from './legislation.ts';
import { licenceUrl } from './licence-url.ts';

/**
 * The schema.org data of an article in one language: `HowTo` for a guide, `Article` for a directive,
 * with the rule that it sums up as `about`. It says nothing that the page does not say. `named` gives
 * other directives by slug.
 */
export function structuredData(
	lang: LanguageTag,
	article: Article,
	edition: Edition,
	named: (slug: string) => Article | undefined
): object {
	const site = siteOf(edition);
	const id = `${article.kind}/${article.slug}`;
	const url = `${site}${articlePath(lang, id)}`;
	const english = `${site}${articlePath('en', id)}`;
	const { translation } = article;

	const common = {
		'@context': 'https://schema.org',
		url,
		description: article.summary,
		inLanguage: article.lang,
		dateModified: article.changedOn,
		isAccessibleForFree: true,
		publisher: { '@type': 'Organization', name: edition.publisher.name, url: `${site}/` },
		license: licenceUrl(edition.publisher.licence),
		isBasedOn: article.sources.flatMap(originalOf),
		...(translation && {
			translationOfWork: { '@type': 'CreativeWork', url: english, inLanguage: 'en' }
		}),
		...(translation?.isDraft && { creativeWorkStatus: 'Draft' })
	};
	if (article.kind === 'directive') {
		const about = legislation(article, named);
		return { ...common, '@type': 'Article', headline: article.title, ...(about && { about }) };
	}
	// the steps of a draft stay out: on the page they are below a label, here they would not be
	const isSound = !translation || translation.state === 'checked';
	if (!isSound) return { ...common, '@type': 'Article', headline: article.title };
	const step = article.do.items.map(({ html }) => {
		return { '@type': 'HowToStep', text: plainText(html) };
	});
	return { ...common, '@type': 'HowTo', name: article.title, step };
}

/** The address of the source itself, and not of a mirror or feed where it was read. */
function originalOf({ url, originalUrl, copy }: SourceRef): readonly string[] {
	if (originalUrl !== undefined) return [originalUrl];
	return copy === 'original' && !FEED.test(url) ? [url] : [];
}

const FEED = /^https?:\/\/(feeds?|rss)\.|\.(rss|atom)$/;

/** The data as a `<script>` for a page's head, escaped so that nothing in it can end the element. */
export const dataElement = (data: object): string =>
	`<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
