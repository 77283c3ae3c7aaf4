/**
 * Reads the body of an answer whole: an answer that never ends must not fill the memory. Counted as it comes
 * out of its compression; leaving off cancels the body, and with it the connection.
 *
 * @returns `undefined` where it is longer than `maxBytes`
 */
export async function readUpTo(
	response: Response,
	maxBytes: number
): Promise<Buffer<ArrayBuffer> | undefined> {
	const parts: Uint8Array[] = [];
	let length = 0;
	for await (const part of response.body ?? []) {
		length += part.length;
		if (length > maxBytes) return undefined;
		parts.push(part);
	}
	return Buffer.concat(parts);
}
