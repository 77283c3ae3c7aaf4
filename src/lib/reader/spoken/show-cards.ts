import type { Translate } from '#lib/messages/translate.ts';
import type { Showable } from './show-card.ts';

/**
 * Opens the cards, whose code comes with the first tap. Answers whether they are there: without a
 * connection, before the app is ready for offline, they are not.
 */
export async function showCards(t: Translate, shown: Showable, at: number): Promise<boolean> {
	const code = await import('./at-a-tap.ts').catch(() => undefined);
	code?.mountCards(t, shown, at);
	return code !== undefined;
}
