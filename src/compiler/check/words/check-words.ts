import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { Ban } from './ban.ts';
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

/** Red lines of wording (src/content/README.md), outside quotes: what others said may be quoted. */
export function* checkWords(corpus: Corpus): Generator<Diagnostic> {
	for (const prose of proseOf(corpus)) {
		const text = withoutQuotes(prose.text);
		for (const { pattern, what, instead, isOnlyAsFact } of BANNED[prose.lang] ?? []) {
			if (isOnlyAsFact === true && prose.place === `#${UNCONFIRMED}`) continue;
			const [found] = pattern.exec(text) ?? [];
			if (found === undefined) continue;
			const words = found.replace(/^[.!?:;¡¿\s]+/, '');
			yield problemAt(prose, prose.line, `${what} "${words}" is not allowed`, instead);
		}
	}
}
