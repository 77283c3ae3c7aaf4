import { APP_NAME, TOPIC } from '#lib/edition/generated/site.ts';
import { siteOf } from '#lib/edition/address/base-path.ts';
import { articlePath, type Card } from '#lib/edition/card.ts';
import type { Edition } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { dataPath } from '#lib/server/published/addresses.ts';

/** `llms.txt` (llmstxt.org): tells language models what this site is, and is not. */
export function llms(
	edition: Edition,
	cards: readonly Card[],
	languages: readonly LanguageTag[]
): string {
	const site = siteOf(edition);
	const { publisher, version, issued, expires } = edition;
	const line = ({ id, title, summary, statusAsOf }: Card): string =>
		`- [${title}](${site}${articlePath('en', id)}): ${summary} As of ${statusAsOf}. ` +
		`[Data](${site}${dataPath('en', id)})`;
	const isOf = (kind: Card['kind']) => (card: Card) => card.kind === kind;

	return `# ${APP_NAME}

> Plain-language guides on ${TOPIC}, published by ${publisher.name}.

- This is information, not legal advice. It is not a government site.
- Every article has a date that its evidence speaks for, and a day by which it is to be checked again. Say both with what you quote. Past that day, say that it may be out of date.
- Where an article says "Not confirmed", do not present it as confirmed. Policy and practice can differ.
- A translation marked as a draft was not checked by a person. Say so, or use the English.
- Edition ${String(version)}, issued ${issued}, expires ${expires}. Ask again before you rely on a copy.${publisher.isDemo ? '\n- This edition is a demonstration. It is signed with demo keys, which prove nothing.' : ''}

## Data

- [Edition](${site}/data/edition.json): version, dates, languages, addresses of all other data
${languages.map((lang) => `- [Articles, ${lang}](${site}/data/${lang}/articles.json)`).join('\n')}
- [Changes](${site}/en/feed.json): JSON Feed; [Atom](${site}/en/feed.xml)

## Guides

${cards.filter(isOf('guide')).map(line).join('\n')}

## Directives

${cards.filter(isOf('directive')).map(line).join('\n')}
`;
}
