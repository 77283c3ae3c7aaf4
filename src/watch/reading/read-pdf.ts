import { extractText, getDocumentProxy } from 'unpdf';
import { tidy } from './read-html.ts';

/** The text of a PDF; empty if it has none, as a scan. `undefined` if it cannot be opened. */
export async function readPdf(bytes: Uint8Array): Promise<string | undefined> {
	try {
		// a copy, as the library takes the bytes for itself
		const document = await getDocumentProxy(bytes.slice());
		const { text } = await extractText(document, { mergePages: true });
		return tidy(text);
	} catch {
		// damaged, encrypted, or no PDF at all: it has no text for us
		return undefined;
	}
}
