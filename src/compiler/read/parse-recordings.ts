import * as v from 'valibot';
import { isLanguageTag, type LanguageTag } from '#lib/edition/language-tags.ts';
import type { Result } from '#lib/edition/result.ts';
import { Day, Sha256 } from '#lib/edition/vocabulary.ts';
import { RECORDED_BLOCKS, VOICES, type RecordedBlockName } from '#lib/edition/words.ts';
import { problemAt, type Diagnostic } from '../base/diagnostic.ts';
import { parseOpus, type Opus } from '../base/parse-opus.ts';
import { Text } from './fields.ts';
import type { SourceFile, Sources } from './source-file.ts';
import type { Located, YamlResult } from './yaml/parse-yaml.ts';

const SaidBlock = v.strictObject({
	/** The hash of the words that were said. */
	words: Sha256,
	/** When each line begins, in seconds. */
	starts: v.array(v.pipe(v.number(), v.minValue(0)))
});

/** `recording.yaml`: who says a guide, and what of it. */
export const RecordingFront = v.strictObject({
	voice: v.picklist(VOICES),
	by: Text,
	on: Day,
	blocks: v.strictObject({
		do: SaidBlock,
		say: v.optional(SaidBlock),
		dont: v.optional(SaidBlock),
		'if-wrong': v.optional(SaidBlock)
	})
});
export type RecordingFront = v.InferOutput<typeof RecordingFront>;

/** The sound file of one block. */
export interface Sound {
	readonly name: string;
	readonly bytes: Uint8Array;
	readonly opus: Result<Opus, string>;
}

/** A guide, said aloud in one language. */
export interface Recording extends Located<RecordingFront> {
	readonly slug: string;
	readonly lang: LanguageTag;
	readonly sounds: ReadonlyMap<RecordedBlockName, Sound>;
}

const PATH = /^guides\/([\w-]+)\/([\w-]+)\.audio\/([\w-]+)\.(yaml|opus)$/;

type ReadFront = (file: SourceFile) => YamlResult<RecordingFront>;

/** Every recording of a content folder. A file that belongs to none is reported. */
export function parseRecordings(
	sources: Sources,
	readFront: ReadFront
): { readonly recordings: readonly Recording[]; readonly diagnostics: readonly Diagnostic[] } {
	const diagnostics: Diagnostic[] = [];
	const recordings: Recording[] = [];
	const folders = Map.groupBy(
		sources.flatMap((file) => {
			const [, slug, lang, name, kind] = PATH.exec(file.path) ?? [];
			return slug === undefined || lang === undefined ? [] : [{ file, slug, lang, name, kind }];
		}),
		({ slug, lang }) => `${slug}/${lang}`
	);
	for (const files of folders.values()) {
		const sounds = new Map<RecordedBlockName, Sound>();
		for (const { file, name, kind } of files) {
			const { bytes } = file;
			const block = RECORDED_BLOCKS.find((it) => it === name);
			if (kind === 'yaml' && name === 'recording') continue;
			if (block && bytes) sounds.set(block, { name: file.name, bytes, opus: parseOpus(bytes) });
			else diagnostics.push(problemAt(file, 1, 'this file has no place here', NAMES));
		}
		const front = files.find(({ kind, name }) => kind === 'yaml' && name === 'recording');
		const [first] = files;
		if (!first) continue;
		const { slug, lang } = first;
		if (!isLanguageTag(lang)) {
			diagnostics.push(problemAt(first.file, 1, `"${lang}" is not one of the languages`, NAMES));
			continue;
		}
		if (!front) {
			diagnostics.push(problemAt(first.file, 1, 'nothing says who speaks', NAMES));
			continue;
		}
		const read = readFront(front.file);
		if (read.ok) recordings.push({ ...read.located, slug, lang, sounds });
		else diagnostics.push(...read.diagnostics);
	}
	return { recordings, diagnostics };
}

const NAMES = `Put it at guides/<slug>/<lang>.audio/recording.yaml, or beside that as one of: ${RECORDED_BLOCKS.map((block) => `${block}.opus`).join(', ')}.`;
