import { removeWorker } from './ask-worker.ts';

/**
 * Without storage the worker's pages are empty, and those of the host are not: takes the worker away and,
 * where `isEmpty`, shows the host's page. Only if the host answers: storage that fails now may be back at the
 * next start, and a phone with no connection would then lack the app.
 */
export async function letHostAnswer({ isEmpty }: { isEmpty: boolean }): Promise<void> {
	// past the worker
	const ask = { method: 'HEAD', cache: 'no-store' } as const;
	const answer = await fetch(location.href, ask).catch(() => undefined);
	if (!answer?.ok) return;
	await removeWorker();
	const [opened] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
	// once for each page: what is empty after that stays so
	const isAgain = opened?.type === 'reload' && opened.name === location.href;
	if (isEmpty && !isAgain) location.reload();
}
