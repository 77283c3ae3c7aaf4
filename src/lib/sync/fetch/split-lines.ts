import type { Bytes } from '#lib/trust/signed/bytes.ts';
import { join } from './fetch-bytes.ts';

const LINE_FEED = 0x0a;

/**
 * Splits a stream of bytes into lines, as bytes: they are hashed before they are decoded. `push`
 * gives the lines that are complete; `end` gives the last one, which has no line feed.
 */
export function createLineSplitter(): { push: (chunk: Bytes) => Bytes[]; end: () => Bytes } {
	let pieces: Bytes[] = [];
	const end = (): Bytes => {
		const line = join(pieces);
		pieces = [];
		return line;
	};
	return {
		push(chunk) {
			const lines: Bytes[] = [];
			let start = 0;
			for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, start)) {
				pieces.push(chunk.subarray(start, at));
				lines.push(end());
				start = at + 1;
			}
			if (start < chunk.length) pieces.push(chunk.subarray(start));
			return lines;
		},
		end
	};
}
