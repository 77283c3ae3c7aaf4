import { siteOf } from '#lib/edition/address/base-path.ts';
import type { Card } from '#lib/edition/card.ts';
import type { Edition } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { HEAD_PATH, PUBLISHED } from '#lib/edition/address/published-paths.ts';

/** The major version of these files' shape. Removing or changing a field raises it; adding one does not. */
const API = 1;

/** Which edition a file was made from. It is in every file, so that none is used without its date. */
export interface EditionStamp {
	readonly api: number;
	readonly edition: number;
	readonly issued: string;
	readonly expires: string;
	readonly isDemo: boolean;
	readonly licence: string;
}

export const stampOf = ({ version, issued, expires, publisher }: Edition): EditionStamp => {
	const { isDemo, licence } = publisher;
	return { api: API, edition: version, issued, expires, isDemo, licence };
};

/** `/data/edition.json`, which links to all other data. `languages` are those that have texts. */
export function editionData(
	edition: Edition,
	languages: readonly { readonly lang: LanguageTag; readonly cards: readonly Card[] }[],
	lists: readonly string[]
): object {
	const site = siteOf(edition);
	const { publisher, changes, withdrawn, shutdownNotice = null } = edition;
	return {
		...stampOf(edition),
		notice: 'This is information, not legal advice. Unsigned copy: signed files are at "signed".',
		publisher: { name: publisher.name, address: site, purpose: publisher.purpose ?? null },
		signed: `${site}${PUBLISHED}${HEAD_PATH}`,
		languages: languages.map(({ lang, cards }) => {
			const own = cards.filter((card) => card.lang === lang);
			const files = lists.map((name) => [name, `${site}/data/${lang}/${name}.json`]);
			return {
				lang,
				articles: cards.length,
				translated: own.length,
				drafts: own.filter(({ isDraft }) => isDraft).length,
				files: Object.fromEntries(files) as Record<string, string>,
				feeds: { json: `${site}/${lang}/feed.json`, atom: `${site}/${lang}/feed.xml` }
			};
		}),
		changes,
		withdrawn,
		shutdownNotice
	};
}
