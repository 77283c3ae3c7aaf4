import { mount, unmount } from 'svelte';
import type { Guide } from '#lib/edition/article.ts';
import type { Translate } from '#lib/messages/translate.ts';
import { createSpeech } from './create-speech.ts';
import Player from './Player.svelte';
import { readingOf } from './reading-of.ts';

/** On the article while it is read aloud: its other words soften, and the call bar makes room. */
const MARK = 'is-listening';

/**
 * Reads a guide aloud, with the player in the place of the call bar. `onover` is told why it ended.
 *
 * @returns ends it
 */
export function startListening(
	t: Translate,
	guide: Guide,
	article: Element,
	voice: SpeechSynthesisVoice,
	onover: (why: 'closed' | 'lost') => void
): () => void {
	const sentences = readingOf(article, guide.lang);
	const texts = sentences.map(({ text }) => text);
	const speech = createSpeech(speechSynthesis, voice, texts);
	let isOver = false;

	function end(): boolean {
		if (isOver) return false;
		isOver = true;
		article.classList.remove(MARK);
		void unmount(player);
		return true;
	}

	article.classList.add(MARK);
	const player = mount(Player, {
		target: article.querySelector('.pin') ?? article,
		props: {
			t,
			guide,
			sentences,
			speech,
			onover: (why: 'closed' | 'lost') => {
				if (end()) onover(why);
			}
		}
	});
	return () => void end();
}
