import type { Article } from '#lib/edition/article.ts';
import type { Edition } from '#lib/edition/edition.ts';
import { plainText } from './plain-text.ts';

/** schema.org data of an article: `HowTo` for a guide, `Article` for a directive. */
export function structuredData(article: Article, url: string, edition?: Edition): object {
	const publisher = edition && {
		publisher: { '@type': 'Organization', name: edition.publisher.name },
		license: licenceUrl(edition.publisher.licence)
	};
	const common = {
		'@context': 'https://schema.org',
		url,
		description: article.summary,
		inLanguage: article.lang,
		dateModified: article.changedOn,
		...publisher
	};
	if (article.kind === 'directive') {
		const isBasedOn = article.sources.map((source) => source.url);
		return { ...common, '@type': 'Article', headline: article.title, isBasedOn };
	}
	const step = article.do.items.map(({ html }) => {
		return { '@type': 'HowToStep', text: plainText(html) };
	});
	return { ...common, '@type': 'HowTo', name: article.title, step };
}

/** `CC-BY-4.0` is a name; schema.org wants an address. Other licences are left out. */
function licenceUrl(name: string): string | undefined {
	const [, kind, version] = /^CC-([A-Z-]+)-([\d.]+)$/.exec(name) ?? [];
	if (!kind || !version) return undefined;
	return `https://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/`;
}
