/** Chromium's own, which TypeScript does not know. */
interface WithRoutes extends ExtendableEvent {
	readonly addRoutes?: (rule: {
		condition: { requestMode: 'navigate' };
		source: 'fetch-event';
	}) => Promise<void>;
}

/**
 * Chromium asks the host for each page while the worker starts, in case the worker wants it. Ours
 * answers from what is here: the request would cost the reader a page at every start, and tell the host
 * of it. A route of our own turns that off.
 */
export async function answerPagesAlone(event: WithRoutes): Promise<void> {
	const rule = { condition: { requestMode: 'navigate' }, source: 'fetch-event' } as const;
	// a browser that knows no such rule may still do without
	await event.addRoutes?.(rule).catch(() => undefined);
}
