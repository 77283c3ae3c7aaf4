import type { ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pagePolicies } from './files/page-policy.ts';
import { sendText } from './files/send-text.ts';

/** The page for missing addresses, the same as on a static host: its script finds what was meant. */
const FILE = '404.html';

/** Answers with that page, or with one sentence if the build has none. For addresses that Kit rejects. */
export function missingPage(
	buildDir: string,
	basePath: string
): (response: ServerResponse, status: number, sentence: string) => Promise<void> {
	const file = join(buildDir, 'prerendered', basePath, FILE);
	const policyOf = pagePolicies();
	return async (response, status, sentence) => {
		const html = await readFile(file).catch(() => undefined);
		if (html === undefined) return sendText(response, status, sentence);
		response.setHeader('content-security-policy', await policyOf(file));
		response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(html);
	};
}
