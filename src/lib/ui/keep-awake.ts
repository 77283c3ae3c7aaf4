/** What a browser that can keep its screen on offers. */
interface AwakePorts {
	readonly wakeLock: Pick<WakeLock, 'request'> | undefined;
	readonly document: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;
}

const ownPorts = (): AwakePorts => ({
	wakeLock: 'wakeLock' in navigator ? navigator.wakeLock : undefined,
	document
});

/**
 * Keeps the screen on until the answer is called. A browser drops the lock whenever the page is out of
 * sight, so it is asked for again on return; one that refuses, as with an empty battery, changes nothing.
 */
export function keepAwake({ wakeLock, document: page }: AwakePorts = ownPorts()): () => void {
	let lock: WakeLockSentinel | undefined;
	let isOver = false;

	async function acquire(): Promise<void> {
		if (!wakeLock || page.visibilityState !== 'visible') return;
		try {
			const got = await wakeLock.request('screen');
			if (isOver) await got.release();
			else lock = got;
		} catch {
			// refused: the screen goes dark as it always does
		}
	}
	const again = (): void => void acquire();

	page.addEventListener('visibilitychange', again);
	again();
	return () => {
		isOver = true;
		page.removeEventListener('visibilitychange', again);
		// a lock that the browser has dropped already is released as well
		void lock?.release().catch(() => undefined);
	};
}
