import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { sendFile } from './send-file.ts';
import { sendText } from './send-text.ts';

/** Where an edition is, below the site's address. */
export const PUBLISHED = '/published/';

/** The only names an edition has: anything else in the folder is not served. */
const FILE =
	/^(head\.json|(trust\/\d{1,9}\.root|(edition|listing|blob)\/[0-9a-f]{64})\.json|pack\/[0-9a-f]{64}\.txt)$/;

/** Answers requests for the edition's files, compressed where the compiler left such a file. */
export function publishedFiles(
	folder: string
): (pathname: string, request: IncomingMessage, response: ServerResponse) => Promise<void> {
	return async (pathname, request, response) => {
		const name = pathname.slice(PUBLISHED.length);
		if (FILE.test(name)) {
			const file = join(folder, name);
			if (await sendFile({ file, pathname }, request, response)) return;
			// a phone reads 404 as "no newer root": a folder that is not mounted must not say it
			await stat(dirname(file));
		}
		sendText(response, 404, 'Not in this edition. Start from /published/head.json');
	};
}
