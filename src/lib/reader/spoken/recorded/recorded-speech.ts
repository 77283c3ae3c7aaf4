import type { Speech, SpeechEnds } from '../listening/listening.ts';
import type { RecordedSentence } from './recorded-sentences.ts';

/** The members of an `HTMLAudioElement` that are used. */
export type Sound = Pick<
	HTMLAudioElement,
	'currentTime' | 'playbackRate' | 'paused' | 'ended' | 'play' | 'pause' | 'addEventListener'
>;

/** A sound that is closer than this to the beginning of a sentence just goes on. Otherwise it jumps there. */
const NEAR_S = 0.4;

/**
 * Makes speech of sentences from a recording. A sentence that follows the one before it does not jump to
 * its own beginning, so that the sound has no breaks although the ends of sentences are estimated.
 */
export function createRecordedSpeech(
	sentences: readonly RecordedSentence[],
	sounds: readonly Sound[]
): Speech {
	let current: (RecordedSentence & { readonly ends: SpeechEnds }) | undefined;
	let playing: Sound | undefined;
	let last: SpeechEnds | undefined;

	const over = (sound: Sound): void => {
		if (sound !== playing || !current) return;
		const { ends } = current;
		current = undefined;
		ends.onend();
	};
	for (const sound of sounds) {
		sound.addEventListener('timeupdate', () => {
			if (current && sound.currentTime >= current.end) over(sound);
		});
		sound.addEventListener('ended', () => {
			over(sound);
		});
		sound.addEventListener('error', () => current?.ends.onlost());
		// a call comes or ends, headphones are pulled out, somebody taps the phone's own notice
		sound.addEventListener('pause', () => {
			if (sound === playing && sound.paused && !sound.ended) current?.ends.onpaused();
		});
		sound.addEventListener('play', () => {
			if (sound === playing && !sound.paused && !current) last?.onresumed();
		});
	}

	return {
		speak(index, rate, ends) {
			const sentence = sentences[index];
			const sound = sentence && sounds[sentence.file];
			if (!sound) {
				ends.onlost();
				return;
			}
			current = { ...sentence, ends };
			last = ends;
			playing = sound;
			if (Math.abs(sound.currentTime - sentence.start) > NEAR_S) sound.currentTime = sentence.start;
			sound.playbackRate = rate;
			// rejects as well if it is stopped before it has begun
			sound.play().catch(() => {
				if (current?.ends === ends) ends.onlost();
			});
		},
		stop() {
			current = undefined;
			const stopped = playing;
			// if another sentence follows, it is asked for at once, and the sound must not pause
			queueMicrotask(() => {
				if (current && playing === stopped) return;
				stopped?.pause();
			});
		}
	};
}
