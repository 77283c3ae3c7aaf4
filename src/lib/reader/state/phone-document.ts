import { LOOKS, TEXT_SIZES, type AppState } from './app-state.svelte.ts';

/** What a document that was made on the phone says of itself, on its root element. */
interface PhoneDocument {
	/** There, and empty, on a document of the phone alone. */
	readonly onPhone?: string | undefined;
	readonly look?: string | undefined;
	readonly textSize?: string | undefined;
	/** The time by which its texts were judged old or not, as `Date.toISOString` writes it. */
	readonly now?: string | undefined;
}

/**
 * Begins where a document of the phone ends: with its look, and by its clock, so that nothing changes
 * when the app takes it over. Any other document leaves the app as it is.
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
