/** No answer of the API may be cached: each is about now, and some are about one phone. */
export const NO_STORE = { 'cache-control': 'no-store' } as const;

export function jsonAnswer(content: unknown, status = 200): Response {
	return new Response(`${JSON.stringify(content)}\n`, {
		status,
		headers: { ...NO_STORE, 'content-type': 'application/json' }
	});
}
