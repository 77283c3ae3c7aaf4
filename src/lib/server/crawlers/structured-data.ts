import { siteOf } from '#lib/edition/base-path.ts';
import { articlePath } from '#lib/edition/card.ts';
import type { Article, SourceRef } from '#lib/edition/article.ts';
import type { Edition } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { plainText } from '#lib/edition/plain-text.ts';
import { legislation } from './legislation.ts';
import { licenceUrl } from './licence-url.ts';

/**
 * schema.org data of an article on the page of a language: `HowTo` for a guide, `Article` for a
 * directive, with the rule that it sums up as `about`. It never says more than the page does. `named`
 * gives other directives by slug.
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
	// steps that nobody checked do not leave the page: there the label stands above them
	const isSound = !translation || translation.state === 'checked';
	if (!isSound) return { ...common, '@type': 'Article', headline: article.title };
	const step = article.do.items.map(({ html }) => {
		return { '@type': 'HowToStep', text: plainText(html) };
	});
	return { ...common, '@type': 'HowTo', name: article.title, step };
}

/** Where a source itself is. A mirror or a feed in which it was read is no source, and no address of one. */
function originalOf({ url, originalUrl, copy }: SourceRef): readonly string[] {
	if (originalUrl !== undefined) return [originalUrl];
	return copy === 'original' && !FEED.test(url) ? [url] : [];
}

const FEED = /^https?:\/\/(feeds?|rss)\.|\.(rss|atom)$/;

/** As an element for a page's head. Nothing in the data can end the element that it stands in. */
export const dataElement = (data: object): string =>
	`<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
