import { mount, unmount } from 'svelte';
import type { Translate } from '#lib/messages/translate.ts';
import { toCards, type Showable } from './show-card.ts';
import Cards from './ShowCards.svelte';

/**
 * Lays the cards over the page, the `at`th first. Beside the app's root and not in it: a page that is
 * made anew below, because a newer edition came, does not take the card out of the reader's hand.
 */
export function mountCards(t: Translate, shown: Showable, at: number): void {
	const cards = mount(Cards, {
		target: document.body,
		props: { t, cards: toCards(shown), ...shown, at, onclosed: () => void unmount(cards) }
	});
}
