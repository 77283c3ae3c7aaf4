/**
 * Decodes a page as a browser would: by its byte order mark, its header, its own `<meta>`, and else as
 * UTF-8 if it is UTF-8. What claims to be UTF-8 and is not is read as windows-1252, as most such pages
 * are: a wrong letter would look like a changed quote.
 */
export function decodeText(bytes: Uint8Array, contentType: string): string {
	const label = bomOf(bytes) ?? charsetIn(contentType) ?? metaOf(bytes) ?? 'utf-8';
	const decoder = decoderOf(label);
	if (decoder.encoding !== 'utf-8') return decoder.decode(bytes);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		// no UTF-8, whatever it says
		return new TextDecoder('windows-1252').decode(bytes);
	}
}

function bomOf(bytes: Uint8Array): string | undefined {
	const [a, b, c] = bytes;
	if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
	if (a === 0xfe && b === 0xff) return 'utf-16be';
	return a === 0xff && b === 0xfe ? 'utf-16le' : undefined;
}

const charsetIn = (text: string): string | undefined =>
	/charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(text)?.[1];

/** Browsers look for it in the first kilobyte, and find it in what is ASCII in any such encoding. */
function metaOf(bytes: Uint8Array): string | undefined {
	const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
	const meta = /<meta\b[^>]*charset[^>]*>/i.exec(head)?.[0];
	return meta === undefined ? undefined : charsetIn(meta);
}

function decoderOf(label: string): TextDecoder {
	try {
		return new TextDecoder(label);
	} catch {
		// a name that nobody knows says nothing
		return new TextDecoder('utf-8');
	}
}
