import type { Speech } from './listening.ts';

/** A voice that has not begun by then will not. */
const START_MS = 6000;

/** What a browser says of speech that was stopped on purpose. */
const STOPPED = new Set(['canceled', 'interrupted']);

/** Sentences, said by a voice of this browser. */
export function createSpeech(
	synthesis: SpeechSynthesis,
	voice: SpeechSynthesisVoice,
	texts: readonly string[]
): Speech {
	// held here: Chromium forgets one that nobody holds, and with it that it has ended
	let current: SpeechSynthesisUtterance | undefined;
	let deadline: ReturnType<typeof setTimeout> | undefined;

	return {
		speak(index, rate, { onend, onlost }) {
			const utterance = new SpeechSynthesisUtterance(texts[index] ?? '');
			utterance.voice = voice;
			utterance.lang = voice.lang;
			utterance.rate = rate;
			utterance.onstart = () => {
				clearTimeout(deadline);
			};
			utterance.onend = onend;
			utterance.onerror = ({ error }) => {
				if (!STOPPED.has(error)) onlost();
			};
			current = utterance;
			deadline = setTimeout(onlost, START_MS);
			synthesis.speak(current);
		},
		stop() {
			clearTimeout(deadline);
			synthesis.cancel();
		}
	};
}
