import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setOpenDataHeaders } from './open-data-headers.ts';
import { pagePolicies, workerPolicy } from './page-policy.ts';
import { publishedFiles } from './published-files.ts';
import { cacheControl, filePolicy, setSecurityHeaders } from './security-headers.ts';
import type { ServerSettings } from '../settings.ts';

/** Kit's own handler, as adapter-node builds it. */
type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

const PUBLISHED = '/published/';
/** Where other apps share texts to. The phone's worker takes them; here there was none. */
const SHARE_TARGET = '/check/';

/** The whole server: our headers on every answer, the edition from its folder, the rest from Kit. */
export function createApp(
	handler: Handler,
	prerenderedDir: string,
	{ origin, publishedDir }: Pick<ServerSettings, 'origin' | 'publishedDir'>
): RequestListener {
	const policyOf = pagePolicies(prerenderedDir);
	const servePublished = publishedFiles(publishedDir);

	const policyFor = async (pathname: string): Promise<string | undefined> => {
		if (pathname === '/service-worker.js') return workerPolicy(await policyOf('/shell/'));
		return pathname.endsWith('/') ? policyOf(pathname) : undefined;
	};
	const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		const pathname = pathOf(request.url);
		if (pathname === undefined) {
			response.writeHead(400).end('This address cannot be read.\n');
			return;
		}
		setSecurityHeaders(response, origin);
		setOpenDataHeaders(response, pathname);
		response.setHeader('cache-control', cacheControl(pathname));
		const policy = await policyFor(pathname);
		response.setHeader('content-security-policy', policy ?? filePolicy(pathname));

		if (request.method === 'POST' && pathname === SHARE_TARGET) {
			// the text is not read: the connection ends with it, and the page asks to paste it
			response.writeHead(303, { location: SHARE_TARGET, connection: 'close' }).end();
			return;
		}
		if (pathname.startsWith(PUBLISHED)) {
			await servePublished(pathname.slice(PUBLISHED.length), request, response);
			return;
		}
		handler(request, response, () => {
			response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
			response.end('Not found. Start from /\n');
		});
	};
	return (request, response) => {
		answer(request, response).catch((error: unknown) => {
			// no address and no path in the log: it would be a reading history
			process.stderr.write(
				`An answer failed: ${error instanceof Error ? error.name : 'unknown'}\n`
			);
			response.destroy();
		});
	};
}

function pathOf(url: string | undefined): string | undefined {
	try {
		return decodeURIComponent(new URL(url ?? '/', 'http://localhost').pathname);
	} catch {
		return;
	}
}
