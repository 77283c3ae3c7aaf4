import type { Translate } from '#lib/messages/translate.ts';
import type { Showable } from './showing/show-card.ts';

/**
 * Opens the cards, whose code is loaded at the first tap. Resolves to false if that fails, as it
 * does offline before the app is ready for that.
 */
export async function showCards(t: Translate, shown: Showable, at: number): Promise<boolean> {
	const code = await import('./at-a-tap.ts').catch(() => undefined);
	code?.mountCards(t, shown, at);
	return code !== undefined;
}
