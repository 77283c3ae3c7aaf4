import type { ApiAction } from '#lib/server/requests/api-call.ts';
import { NO_STORE } from '#lib/server/requests/json-answer.ts';
import { storageProblem } from '#lib/server/store/storage-problem.ts';
import { mayOperate } from './may-operate.ts';
import { renderMetrics } from './metrics.ts';
import { OPS_POLICY, renderOpsPage } from './ops-page.ts';
import { readOverview } from './read-overview.ts';

/** Strangers get the answer of an address that does not exist. */
const NOT_FOUND = 'Not found. Start from /\n';

const textAnswer = (body: string, status: number, headers: Record<string, string>): Response =>
	new Response(body, { status, headers: { ...NO_STORE, ...headers } });

/**
 * Shows a page to the operator alone. With `?sign-in`, a browser asks for the token: it has to be told
 * to, and learns nothing but that this is Handrail.
 */
const forOperators =
	(show: ApiAction): ApiAction =>
	async (call, backend) => {
		const { headers, url } = call.request;
		const { operatorToken } = backend.settings;
		const may = mayOperate({ headers, peer: call.peer }, backend);
		const type = { 'content-type': 'text/plain; charset=utf-8' };
		if (may === 'yes') {
			return show(call, backend).catch((error: unknown) => {
				if (storageProblem(error) === 'unexpected') throw error;
				const wait = { 'retry-after': '60' };
				return textAnswer('The database is away. The log says why.\n', 503, { ...type, ...wait });
			});
		}
		if (may !== 'no') {
			const wait = { 'retry-after': String(may.waitSeconds) };
			return textAnswer('Too many wrong tokens. See Retry-After.\n', 429, { ...type, ...wait });
		}
		const isSignIn = new URL(url).search === '?sign-in' && operatorToken !== undefined;
		if (!isSignIn) return textAnswer(NOT_FOUND, 404, type);
		const challenge = { 'www-authenticate': 'Basic realm="Handrail operator", charset="UTF-8"' };
		return textAnswer('The password is the operator token.\n', 401, { ...type, ...challenge });
	};

/** `/ops`: a page for people. */
export const getOps: ApiAction = forOperators(async (_call, backend) => {
	const html = renderOpsPage(await readOverview(backend), backend.now());
	const type = { 'content-type': 'text/html; charset=utf-8' };
	return textAnswer(html, 200, { ...type, 'content-security-policy': OPS_POLICY });
});

/** `/metrics`: the same numbers for Prometheus. */
export const getMetrics: ApiAction = forOperators(async (_call, backend) => {
	const metrics = renderMetrics(await readOverview(backend));
	return textAnswer(metrics, 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
});
