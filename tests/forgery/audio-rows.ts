import { audioPath } from '#lib/edition/address/published-paths.ts';
import type { RecordedGuide } from '#lib/edition/recordings.ts';
import type { Bytes } from '#lib/trust/signed/bytes.ts';
import { aSound } from '#tests/support/publisher/a-recording.ts';
import { sha256 } from '../../src/compiler/base/text-hash.ts';
import type { Forgery } from './forge.ts';
import type { Row } from './row.ts';

const SOUND = aSound();
const BLOCK: RecordedGuide['blocks'][number] = {
	...{ block: 'do', sha256: sha256(SOUND), length: SOUND.length, starts: [0, 900] }
};
const GUIDE: RecordedGuide = {
	...{ id: 'guide/front-door', voice: 'synthetic', by: 'eSpeak NG', on: '2026-11-26' },
	blocks: [BLOCK]
};

/** An edition whose English says that these guides can be heard, and the files that lie there. */
const heard = (
	guides: readonly unknown[],
	sounds: Readonly<Record<string, Bytes>> = { [BLOCK.sha256]: SOUND }
): Forgery => ({
	members: (lang, texts) =>
		lang === 'en' ? texts.set('audio', JSON.stringify({ lang, guides })) : undefined,
	files(files) {
		for (const [hash, bytes] of Object.entries(sounds)) files.set(audioPath(hash), bytes);
	}
});
const altered = new Uint8Array(SOUND.with(2000, 0));
const noise = new Uint8Array(90);
const noisy = { ...BLOCK, sha256: sha256(noise), length: noise.length };

/** Recordings: no phone loses a text for one, and fetches it only when somebody wants to hear it. */
export const AUDIO_ROWS: readonly Row[] = [
	['a guide that can be heard', heard([GUIDE]), 'takes', 'takes'],
	['a recording that is missing', heard([GUIDE], {}), 'takes', /audio\/\w+\.opus is missing/],
	[
		'a recording that is altered',
		heard([GUIDE], { [BLOCK.sha256]: altered }),
		'takes',
		/audio\/\w+\.opus is damaged/
	],
	[
		'a recording that is no sound',
		heard([{ ...GUIDE, blocks: [noisy] }], { [noisy.sha256]: noise }),
		'takes',
		/block do: it is no whole Ogg file/
	],
	[
		'a recording of no guide',
		heard([{ ...GUIDE, id: 'guide/nowhere' }]),
		'takes',
		/guide\/nowhere \(en\) is of no guide/
	],
	[
		'a guide that is recorded twice',
		heard([GUIDE, GUIDE]),
		'takes',
		/has "guide\/front-door" twice/
	],
	[
		'a recording without the steps',
		heard([{ ...GUIDE, blocks: [{ ...BLOCK, block: 'say' }] }]),
		'takes',
		/in another order, or not all: say/
	],
	[
		'a line that begins after its recording',
		heard([{ ...GUIDE, blocks: [{ ...BLOCK, starts: [0, 90_000] }] }]),
		'takes',
		/do not begin one after the other/
	],
	[
		'the recordings of another language',
		{
			members: (_, texts) => texts.set('audio', JSON.stringify({ lang: 'en', guides: [GUIDE] })),
			files: (files) => files.set(audioPath(BLOCK.sha256), SOUND)
		},
		'takes',
		/audio \(es\) is in another language: en/
	],
	['a voice of the future', heard([{ ...GUIDE, voice: 'choir' }]), 'takes', /guides\.0/],
	['recordings that are broken', heard([{ ...GUIDE, blocks: 'all' }]), 'takes', /audio \(en\)/]
];
