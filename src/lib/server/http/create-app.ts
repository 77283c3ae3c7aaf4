import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { PUBLISHED } from '#lib/edition/address/published-paths.ts';
import type { ServerSettings } from '#lib/server/process/settings.ts';
import { refusedFor, SHARE_TARGET } from './allowed-methods.ts';
import { failureAnswers } from './answer-failure.ts';
import { builtSite, NOT_FOUND } from './built-site.ts';
import { missingPage } from './missing-page.ts';
import { noStoreFailures } from './no-store-failures.ts';
import { setOpenDataHeaders } from './open-data-headers.ts';
import { serveEdition } from './serve-edition.ts';
import { parseTarget } from './request-target.ts';
import { setSecurityHeaders } from './files/security-headers.ts';
import { sendText } from './files/send-text.ts';
import { watchForProxy } from './watch-for-proxy.ts';

/** Kit's own handler, as adapter-node builds it. */
type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => unknown;

/**
 * The whole server: our headers on every answer, the edition from its folder, pages and code from the
 * build, and the rest from Kit. Everything is below the base path, which is removed here.
 */
export function createApp(
	handler: Handler,
	buildDir: string,
	settings: Pick<ServerSettings, 'origin' | 'publishedDir' | 'basePath' | 'isLocal'>
): RequestListener {
	const { origin, publishedDir, basePath } = settings;
	const lookForProxy = watchForProxy(settings);
	const serveBuilt = builtSite(buildDir, basePath);
	const servePublished = serveEdition(publishedDir);
	const answerFailure = failureAnswers();
	const sendMissing = missingPage(buildDir, basePath);

	const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		setSecurityHeaders(response, origin);
		lookForProxy(request);
		const target = parseTarget(request.url ?? '', basePath);
		if (target.kind === 'unreadable') {
			await sendMissing(response, 400, `This address cannot be read. Start from ${basePath}/`);
			return;
		}
		if (target.kind === 'doubled') {
			// doubled slashes are usually a slip: redirect to the one address of the page
			response.writeHead(308, { location: target.location }).end();
			return;
		}
		if (target.kind === 'elsewhere') {
			if (target.isStart) response.writeHead(307, { location: `${basePath}/` }).end();
			else sendText(response, 404, `Not found. Start from ${basePath}/`);
			return;
		}
		const { pathname, path, search } = target;
		setOpenDataHeaders(response, pathname);
		if (refuseMethod(request.method ?? '', pathname, response)) return;
		if (request.method === 'POST' && pathname === SHARE_TARGET) {
			// the shared text is not read, so the connection must close; the page asks to paste it
			response.writeHead(303, { location: basePath + SHARE_TARGET, connection: 'close' }).end();
			return;
		}
		if (pathname.startsWith(PUBLISHED)) {
			await servePublished(pathname, request, response);
			return;
		}
		if (await serveBuilt(target, request, response)) return;
		request.url = basePath + path + search;
		noStoreFailures(response);
		await handler(request, response, () => {
			sendText(response, 404, NOT_FOUND);
		});
	};
	return (request, response) => {
		answer(request, response).catch((error: unknown) => {
			answerFailure(error, response);
		});
	};
}

/** Refuses a method that the address does not allow. Gives whether it did. */
function refuseMethod(method: string, pathname: string, response: ServerResponse): boolean {
	const allowed = refusedFor(method, pathname);
	if (!allowed) return false;
	const allow = allowed.join(', ');
	// the body is not read, so the connection must close
	const headers = { connection: 'close' };
	if (allow === '') sendText(response, 404, NOT_FOUND, headers);
	else sendText(response, 405, `Only ${allow} here.`, { ...headers, allow });
	return true;
}
