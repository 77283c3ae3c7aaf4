import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pagePolicies, workerPolicy } from './files/page-policy.ts';
import { readBuiltFiles } from './read-built-files.ts';
import type { RequestPath } from './request-target.ts';
import { sendFile } from './files/send-file.ts';
import { sendText } from './files/send-text.ts';

const WORKER = '/service-worker.js';
export const NOT_FOUND = 'Not found. Start from /';

/** Answers requests for what was built: pages, code, data, feeds. Gives false for everything else. */
export type BuiltSite = (
	target: RequestPath,
	request: IncomingMessage,
	response: ServerResponse
) => Promise<boolean>;

/** Serves the files that are in the build now. A new release needs a restart. */
export function builtSite(buildDir: string, basePath: string): BuiltSite {
	const folders = ['prerendered', 'client'].map((it) => join(buildDir, it, basePath));
	const { files, isKnownToKit } = readBuiltFiles(folders);
	const policyOf = pagePolicies();

	const policyFor = async (pathname: string, file: string): Promise<string | undefined> => {
		if (pathname.endsWith('/')) return policyOf(file);
		if (pathname !== WORKER) return;
		const shell = files.get('/shell/');
		return workerPolicy(shell === undefined ? undefined : await policyOf(shell));
	};
	return async ({ pathname, path, search }, request, response) => {
		const file = files.get(pathname);
		if (file !== undefined) {
			const policy = await policyFor(pathname, file);
			if (policy !== undefined) response.setHeader('content-security-policy', policy);
			if (await sendFile({ file, pathname }, request, response)) return true;
			// the file was there at the start: a release is being copied over it
			throw Object.assign(new Error('A file of the build is gone'), { code: 'ENOENT' });
		}
		if (files.has(`${pathname}/`)) {
			response.writeHead(308, { location: `${basePath}${path}/${search}` }).end();
			return true;
		}
		if (!isKnownToKit(pathname)) return false;
		sendText(response, 404, NOT_FOUND);
		return true;
	};
}
