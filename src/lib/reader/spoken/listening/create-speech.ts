import type { Speech } from './listening.ts';

/** A voice that has not begun after this time never will. */
const START_MS = 6000;

/** The errors of browsers for speech that was stopped: by us, or for a call. */
const STOPPED = new Set(['canceled', 'interrupted']);

/** Makes speech of sentences, with a voice of this browser. */
export function createSpeech(
	synthesis: SpeechSynthesis,
	voice: SpeechSynthesisVoice,
	texts: readonly string[]
): Speech {
	// kept in a variable: Chromium collects an utterance that nothing refers to, and never says that
	// it ended
	let current: SpeechSynthesisUtterance | undefined;
	let deadline: ReturnType<typeof setTimeout> | undefined;

	return {
		speak(index, rate, { onend, onlost, onpaused }) {
			const utterance = new SpeechSynthesisUtterance(texts[index] ?? '');
			utterance.voice = voice;
			utterance.lang = voice.lang;
			utterance.rate = rate;
			utterance.onstart = () => {
				clearTimeout(deadline);
			};
			utterance.onend = onend;
			utterance.onerror = ({ error }) => {
				if (STOPPED.has(error)) onpaused();
				else onlost();
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
