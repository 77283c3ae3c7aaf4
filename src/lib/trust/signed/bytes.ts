/** Bytes in memory of our own: what WebCrypto and `fetch` take and give. */
export type Bytes = Uint8Array<ArrayBuffer>;

export const toBytes = (text: string): Bytes => new TextEncoder().encode(text);

/** Throws on bytes that are not UTF-8: a wrong character must not become a silent question mark. */
export const toText = (bytes: Bytes): string =>
	new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

export async function sha256Hex(bytes: Bytes): Promise<string> {
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
	return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** base64url without padding (RFC 4648 §5). */
export function toBase64Url(bytes: Bytes): string {
	let binary = '';
	for (const byte of bytes) binary += String.fromCharCode(byte);
	return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/**
 * Throws on text that is not base64url, and on another spelling of the same bytes (padding, white
 * space, bits at the end that say nothing): call it on what a schema has checked.
 */
export function fromBase64Url(text: string): Bytes {
	const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
	const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
	if (toBase64Url(bytes) !== text) throw new Error('Not the one spelling of these bytes');
	return bytes;
}
