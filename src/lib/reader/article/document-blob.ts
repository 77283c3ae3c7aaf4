/**
 * Hash of the article's blob in the prerendered document, read when the app starts, before hydration.
 * Hydration keeps a document's `{@html}` even if the data differ, so that an old document would show its
 * old text under the title of a newer edition.
 */
let fromDocument =
	typeof document === 'undefined'
		? undefined
		: document.querySelector<HTMLElement>('[data-blob]')?.dataset['blob'];

/** Gives that hash once, for the first article of this tab. `undefined` afterwards, and in the shell. */
export function takeDocumentBlob(): string | undefined {
	const blob = fromDocument;
	fromDocument = undefined;
	return blob;
}
