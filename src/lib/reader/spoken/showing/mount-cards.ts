import { mount, unmount } from 'svelte';
import type { Translate } from '#lib/messages/translate.ts';
import { toCards, type Showable } from './show-card.ts';
import Cards from './ShowCards.svelte';

/**
 * Mounts the cards over the page, beginning with card `at`. They are outside of the app's root, so
 * that a page that is rendered again for a newer edition does not close them.
 */
export function mountCards(t: Translate, shown: Showable, at: number): void {
	const cards = mount(Cards, {
		target: document.body,
		props: { t, cards: toCards(shown), ...shown, at, onclosed: () => void unmount(cards) }
	});
}
