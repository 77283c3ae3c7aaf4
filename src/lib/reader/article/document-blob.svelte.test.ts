import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
	document.body.replaceChildren();
	vi.resetModules();
});

/** Loads the module afresh, as when the app starts in this document. */
const startIn = async (html: string) => {
	document.body.innerHTML = html;
	vi.resetModules();
	return import('./document-blob.ts');
};

test('the blob of the document is read before anything takes the document over', async () => {
	const { takeDocumentBlob } = await startIn('<article data-blob="abc"></article>');
	document.body.replaceChildren();

	expect(takeDocumentBlob()).toBe('abc');
});

test('it is for the first article alone: later ones have no document to match', async () => {
	const { takeDocumentBlob } = await startIn('<article data-blob="abc"></article>');
	takeDocumentBlob();

	expect(takeDocumentBlob()).toBeUndefined();
});

test('the shell has none', async () => {
	const { takeDocumentBlob } = await startIn('');

	expect(takeDocumentBlob()).toBeUndefined();
});
