import { articleId } from '#lib/edition/card.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { audioPath } from '#lib/edition/address/published-paths.ts';
import type { RecordedGuide, Recordings } from '#lib/edition/recordings.ts';
import { compareText } from '../base/diagnostic.ts';
import { sha256 } from '../base/text-hash.ts';
import type { Corpus } from '../read/corpus.ts';
import type { Recording } from '../read/parse-recordings.ts';
import { blocksToSay, isDraftText, voidBlocks } from '../text/recorded-words.ts';

/** The recordings of a language. `undefined` if there are none. */
export function compileRecordings(lang: LanguageTag, corpus: Corpus): Recordings | undefined {
	const guides = heard(corpus)
		.filter((recording) => recording.lang === lang)
		.map((recording) => compileGuide(recording, corpus))
		.sort((a, b) => compareText(a.id, b.id));
	return guides.length > 0 ? { lang, guides } : undefined;
}

/** The sound files of all languages, by path. */
export const compileSounds = (corpus: Corpus): Map<string, Uint8Array> =>
	new Map(
		heard(corpus).flatMap(({ sounds }) =>
			[...sounds.values()].map(({ bytes }) => [audioPath(sha256(bytes)), bytes] as const)
		)
	);

/** The recordings that are published: of a whole guide, in its present words, which are no draft. */
const heard = ({ guides, recordings, publisher }: Corpus): Recording[] =>
	recordings.filter((recording) => {
		const text = guides.get(recording.slug)?.get(recording.lang);
		const isPublished = publisher.fields.languages.includes(recording.lang);
		return text && isPublished && !isDraftText(text) && voidBlocks(recording, text).length === 0;
	});

function compileGuide(
	{ slug, lang, fields, sounds }: Recording,
	{ guides }: Corpus
): RecordedGuide {
	const { voice, by, on } = fields;
	const text = guides.get(slug)?.get(lang);
	const blocks = (text ? blocksToSay(text) : []).flatMap((block) => {
		const bytes = sounds.get(block)?.bytes ?? new Uint8Array();
		const starts = fields.blocks[block]?.starts.map((start) => Math.round(start * 1000)) ?? [];
		return [{ block, sha256: sha256(bytes), length: bytes.length, starts }];
	});
	return { id: articleId('guide', slug), voice, by, on, blocks };
}
