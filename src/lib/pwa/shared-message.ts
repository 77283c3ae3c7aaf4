const ANSWER_MS = 3000;

/**
 * The text that another app has just shared to this one, once: the worker holds it in memory until
 * it is asked for, and nowhere else. `undefined` where nothing was shared.
 */
export async function takeSharedMessage(): Promise<string | undefined> {
	const worker = 'serviceWorker' in navigator ? navigator.serviceWorker.controller : null;
	if (!worker) return undefined;
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		// an older worker does not know the question
		const timer = setTimeout(() => {
			resolve(undefined);
		}, ANSWER_MS);
		port1.onmessage = ({ data }: MessageEvent<unknown>) => {
			clearTimeout(timer);
			resolve(typeof data === 'string' ? data : undefined);
		};
		worker.postMessage({ type: 'TAKE_SHARED_MESSAGE' }, [port2]);
	});
}
