import type { IncomingMessage } from 'node:http';

/** Whether the client has this representation of the file already (RFC 9110 §13.1.2 and §13.1.3). */
export function isUnchanged(
	{ headers }: Pick<IncomingMessage, 'headers'>,
	etag: string,
	modified: Date
): boolean {
	const tags = headers['if-none-match'];
	if (tags !== undefined) {
		const weak = (tag: string): string => tag.trim().replace(/^W\//, '');
		return tags.trim() === '*' || tags.split(',').some((tag) => weak(tag) === weak(etag));
	}
	// exactly the same date: a restored or copied file may be older than what the client has
	return headers['if-modified-since'] === modified.toUTCString();
}
