import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { parsePublishedPath, PUBLISHED } from '#lib/edition/address/published-paths.ts';
import { sendFile } from './files/send-file.ts';
import { sendText } from './files/send-text.ts';

/**
 * Answers requests for the files of the edition, compressed if the compiler wrote a compressed copy.
 * Other files in the folder are not served.
 */
export function serveEdition(
	folder: string
): (pathname: string, request: IncomingMessage, response: ServerResponse) => Promise<void> {
	return async (pathname, request, response) => {
		const name = pathname.slice(PUBLISHED.length);
		const named = parsePublishedPath(name);
		if (named) {
			const file = join(folder, name);
			if (await sendFile({ file, pathname }, request, response)) return;
			// phones read a 404 as "no newer root". If the folder itself is missing, this throws instead
			// (a first edition has no folder of updates, and many have none of recordings)
			const isOptional = named.kind === 'update' || named.kind === 'audio';
			await stat(isOptional ? folder : dirname(file));
		}
		sendText(response, 404, 'Not in this edition. Start from /published/head.json');
	};
}
