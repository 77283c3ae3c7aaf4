import { mount, unmount } from 'svelte';
import type { Guide } from '#lib/edition/article.ts';
import type { Translate } from '#lib/messages/translate.ts';
import { createSpeech } from './create-speech.ts';
import type { Speech } from './listening.ts';
import Player from './Player.svelte';
import { readingOf, type Sentence } from './reading-of.ts';

/** The article's class while it is read aloud: other words fade, and the call bar makes room. */
const MARK = 'is-listening';
/** The event on the article when a reading begins. It ends the one before. */
const BEGINS = 'listening';

/** What is read aloud, and a callback for its end. */
export interface Listened {
	readonly t: Translate;
	readonly guide: Guide;
	/** The guide as it stands on the page. */
	readonly article: Element;
	readonly onover: (why: 'closed' | 'lost') => void;
}

/**
 * Reads a guide aloud, with the player in the place of the call bar.
 *
 * @returns a function that ends it
 */
export function startListening(listened: Listened, voice: SpeechSynthesisVoice): () => void {
	const sentences = readingOf(listened.article, listened.guide.lang);
	const texts = sentences.map(({ text }) => text);
	return playSentences(listened, sentences, createSpeech(speechSynthesis, voice, texts));
}

/**
 * Reads sentences aloud by any voice, of a browser or of a recording, with the player in the place of the
 * call bar.
 *
 * @returns a function that ends it
 */
export function playSentences(
	{ t, guide, article, onover }: Listened,
	sentences: readonly Sentence[],
	speech: Speech
): () => void {
	let isOver = false;

	function end(): boolean {
		if (isOver) return false;
		isOver = true;
		article.classList.remove(MARK);
		void unmount(player);
		return true;
	}

	article.dispatchEvent(new Event(BEGINS));
	article.addEventListener(BEGINS, () => void (end() && onover('closed')), { once: true });
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
