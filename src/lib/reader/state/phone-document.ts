import { LOOKS, TEXT_SIZES, type AppState } from './app-state.svelte.ts';

/** The data attributes on the root element and the body of a document that the phone made. */
interface PhoneDocument {
	/** Present, and empty, only on a document that the phone made. */
	readonly onPhone?: string | undefined;
	readonly look?: string | undefined;
	readonly textSize?: string | undefined;
	/** The time by which its texts were judged old or not, as from `Date.toISOString`. */
	readonly now?: string | undefined;
}

/**
 * Gives the app the look and the time of a document that the phone made, so that hydration changes
 * nothing on screen. Does nothing for any other document.
 */
export function adoptPhoneDocument(
	app: AppState,
	{ onPhone, look, textSize, now }: PhoneDocument
): void {
	if (onPhone === undefined) return;
	app.isOnPhone = true;
	app.look = LOOKS.find((it) => it === look) ?? app.look;
	app.textSize = TEXT_SIZES.find((it) => String(it) === textSize) ?? app.textSize;
	app.now = now === undefined ? undefined : new Date(now);
}
