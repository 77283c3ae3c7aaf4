import * as v from 'valibot';
import { FileRef } from './edition.ts';
import { knownOnly } from './known.ts';
import { Day, Language } from './vocabulary.ts';
import { RECORDED_BLOCKS, VOICES } from './words.ts';

/** The type of a sound file, as browsers know it. */
export const SOUND_TYPE = 'audio/ogg; codecs=opus';

/** One block of a guide, said aloud: the file is `audio/<sha256>.opus`. */
const RecordedBlock = v.object({
	block: v.picklist(RECORDED_BLOCKS),
	...FileRef.entries,
	/** When each line begins, in ms: of `do` the guide's title first, of the others their heading. */
	starts: v.array(v.pipe(v.number(), v.safeInteger(), v.minValue(0)))
});

/** A guide that is recorded from its title to its last line, in one language. */
export const RecordedGuide = v.object({
	id: v.string(),
	/** A computer's, or a person's. */
	voice: v.picklist(VOICES),
	/** The program, or who reads. */
	by: v.string(),
	on: Day,
	blocks: v.array(RecordedBlock)
});
export type RecordedGuide = v.InferOutput<typeof RecordedGuide>;

/** The recordings of a language. A guide of which an app does not know the voice has none for it. */
export const Recordings = v.object({ lang: Language, guides: knownOnly(RecordedGuide) });
export type Recordings = v.InferOutput<typeof Recordings>;

/** What the files of some guides take. */
export const soundBytes = (guides: readonly RecordedGuide[]): number =>
	guides.flatMap(({ blocks }) => blocks).reduce((sum, { length }) => sum + length, 0);
