/**
 * The blob that the prerendered document shows, read when the app starts: before Svelte takes the
 * document over. Svelte keeps a document's `{@html}` even where the data differ, so an old document
 * beside a newer edition would show old text under a new title.
 */
let fromDocument =
	typeof document === 'undefined'
		? undefined
		: document.querySelector<HTMLElement>('[data-blob]')?.dataset['blob'];

/** For the first article of this tab; after it, and in the shell, there is no document to match. */
export function takeDocumentBlob(): string | undefined {
	const blob = fromDocument;
	fromDocument = undefined;
	return blob;
}
