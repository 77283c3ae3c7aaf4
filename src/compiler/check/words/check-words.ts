import { LANGUAGE_TAGS, type LanguageTag } from '#lib/edition/language-tags.ts';
import { ban, words, type Ban } from './ban.ts';
import { BANNED_ENGLISH } from './banned-english.ts';
import { BANNED_SPANISH } from './banned-spanish.ts';
import { UNCONFIRMED } from '../../text/block-model.ts';
import type { Corpus } from '../../read/corpus.ts';
import { problemAt, type Diagnostic } from '../../base/diagnostic.ts';
import { withoutQuotes } from '../../text/running-text.ts';
import { proseOf } from '../../text/prose.ts';

const BANNED: Readonly<Partial<Record<LanguageTag, readonly Ban[]>>> = {
	en: BANNED_ENGLISH,
	es: BANNED_SPANISH
};

/** What the site says of itself that no text may say. */
const ownBans = ({ site }: Corpus, lang: LanguageTag): readonly Ban[] =>
	(site.fields.bans[lang] ?? []).map(({ what, pattern, instead, asFactOnly }) => ({
		...ban(words(pattern), `the ${what}`, instead),
		isOnlyAsFact: asFactOnly
	}));

/** Red lines of wording (src/content/README.md), outside quotes: what others said may be quoted. */
export function* checkWords(corpus: Corpus): Generator<Diagnostic> {
	const banned = new Map(
		LANGUAGE_TAGS.map((lang) => [lang, [...(BANNED[lang] ?? []), ...ownBans(corpus, lang)]])
	);
	for (const prose of proseOf(corpus)) {
		const text = withoutQuotes(prose.text);
		for (const { pattern, what, instead, isOnlyAsFact } of banned.get(prose.lang) ?? []) {
			if (isOnlyAsFact === true && prose.place === `#${UNCONFIRMED}`) continue;
			const [found] = pattern.exec(text) ?? [];
			if (found === undefined) continue;
			const said = found.replace(/^[.!?:;¡¿\s]+/, '');
			yield problemAt(prose, prose.line, `${what} "${said}" is not allowed`, instead);
		}
	}
}
