import { RECORDED_BLOCKS } from '#lib/edition/words.ts';
import { problemAt, type Diagnostic } from '../../base/diagnostic.ts';
import type { Corpus } from '../../read/corpus.ts';
import type { Recording } from '../../read/parse-recordings.ts';
import { isDraftText, linesToSay, voidBlocks, wordsHash } from '../../text/recorded-words.ts';

/** As the editors' guide says (6.7): 32 kbit a second, twice what a voice needs. */
const MOST_BYTES_A_SECOND = 4000;
/** About what a slow line brings in a minute. */
const MOST_BYTES = 512 * 1024;

/** Checks that phones can play the files of each recording, and that its guide may have one. */
export function* checkRecordings({ guides, recordings }: Corpus): Generator<Diagnostic> {
	for (const recording of recordings) {
		const { slug, lang, fields, sounds, lineOf } = recording;
		const text = guides.get(slug)?.get(lang);
		const at = (path: readonly PropertyKey[], problem: string, remedy: string) =>
			problemAt(recording, lineOf(path), problem, remedy);
		if (!text) {
			yield at([], `there is no guides/${slug}/${lang}.md that it says`, 'Delete the folder.');
			continue;
		}
		if (isDraftText(text)) {
			yield at([], `${lang}.md is a draft, and a sound has no label`, DRAFT);
		}
		yield* checkSounds(recording);
		for (const block of RECORDED_BLOCKS) {
			const said = fields.blocks[block];
			if (!said) continue;
			const lines = linesToSay(text, block);
			const { starts, words } = said;
			const path = ['blocks', block, 'starts'];
			if (words === wordsHash(lines) && starts.length !== lines.length) {
				const counts = `${String(starts.length)} starts for ${String(lines.length)} lines`;
				yield at(path, `there are ${counts}`, 'One for the heading, and one for each line.');
			}
			const isRising = starts.every((start, index) => start >= (starts[index - 1] ?? 0));
			const opus = sounds.get(block)?.opus;
			const end = opus?.ok === true ? opus.value.seconds : Infinity;
			if (!isRising || (starts.at(-1) ?? 0) >= end) {
				yield at(path, 'the starts do not rise, or go past the end', 'In seconds: [0, 1.8, 4.2]');
			}
			if (!sounds.has(block)) {
				yield at(['blocks', block], `there is no ${block}.opus`, 'Record it, or take it out here.');
			}
		}
	}
}

const DRAFT = 'Have a second fluent person check the translation first.';

function* checkSounds({ name, fields, sounds }: Recording): Generator<Diagnostic> {
	for (const [block, sound] of sounds) {
		const { opus, bytes } = sound;
		if (!opus.ok) yield problemAt(sound, 1, `it ${opus.code}`, OPUS);
		else if (bytes.length > Math.min(MOST_BYTES, MOST_BYTES_A_SECOND * opus.value.seconds + 1000)) {
			const size = `${String(bytes.length)} bytes for ${opus.value.seconds.toFixed(1)} s`;
			yield problemAt(sound, 1, `it is too large: ${size}`, OPUS);
		}
		if (!fields.blocks[block]) {
			yield problemAt(sound, 1, `${name} does not name it`, 'Name its block there, or delete it.');
		}
	}
}

const OPUS = 'Encode it anew: opusenc --bitrate 16 --downmix-mono --discard-comments';

/** Tells an editor who changed a sentence that its guide has no recording until it is recorded again. */
export function* checkVoidRecordings({ guides, recordings }: Corpus): Generator<Diagnostic> {
	for (const recording of recordings) {
		const { slug, lang, lineOf } = recording;
		const text = guides.get(slug)?.get(lang);
		if (!text || isDraftText(text)) continue;
		for (const { block, why } of voidBlocks(recording, text)) {
			const line = lineOf(['blocks', block]);
			const remedy = {
				missing: `Record {#${block}}, too: half a guide is not heard.`,
				'other-words': `Record it anew, and write: words: ${wordsHash(linesToSay(text, block))}`,
				behind: 'Translate it first, then record it.'
			}[why];
			yield problemAt(recording, line, `the guide is not heard: {#${block}} ${WHY[why]}`, remedy);
		}
	}
}

const WHY = {
	missing: 'is not recorded',
	'other-words': 'has other words now',
	behind: 'is behind the English'
} as const;
