import type { RecordedGuide } from '#lib/edition/recordings.ts';
import { readingOf } from '../listening/reading-of.ts';
import { playSentences, type Listened } from '../listening/start-listening.ts';
import { openSounds } from './open-sounds.ts';
import { recordedSentences } from './recorded-sentences.ts';
import { createRecordedSpeech } from './recorded-speech.ts';

/**
 * Plays the recording of a guide.
 *
 * @returns a function that ends it; `undefined` if the recording has other lines than the page, cannot be
 * played, or the page was left meanwhile
 */
export async function startRecording(
	listened: Listened,
	recorded: RecordedGuide,
	files: readonly Blob[]
): Promise<(() => void) | undefined> {
	const opened = await openSounds(files);
	if (!opened) return undefined;
	const { sounds, close } = opened;
	if (!listened.article.isConnected) {
		close();
		return undefined;
	}
	const said = readingOf(listened.article, listened.guide.lang);
	const seconds = sounds.map(({ duration }) => duration);
	const timed = recordedSentences(said, recorded, seconds);
	if (!timed) {
		close();
		return undefined;
	}
	const sentences = timed.map(({ sentence }) => sentence);
	const end = playSentences(
		{
			...listened,
			onover: (why) => {
				close();
				listened.onover(why);
			}
		},
		sentences,
		createRecordedSpeech(timed, sounds)
	);
	return () => {
		end();
		close();
	};
}
