import { isShellWhole, keepLater, keepTheRest, repairShell } from './app-shell.ts';
import { worker } from './scope.ts';
import { takeShared } from './share-target.ts';

/** What pages may ask of the worker; anything else is ignored. Names are in `lib/pwa` too. */
export async function handleMessage({ data, ports }: ExtendableMessageEvent): Promise<void> {
	switch (typeOf(data)) {
		case 'SKIP_WAITING':
			// workbox-window sends it after the reader agreed: code never changes under an open page
			return worker.skipWaiting();
		case 'TAKE_SHARED_MESSAGE':
			return ports[0]?.postMessage(takeShared());
		case 'KEEP_LATER':
			return keepLater();
		case 'KEEP_THE_REST':
			return keepTheRest();
		case 'IS_SHELL_WHOLE': {
			const isWhole = await isShellWhole();
			ports[0]?.postMessage(isWhole);
			if (!isWhole) await repairShell();
		}
	}
}

function typeOf(data: unknown): unknown {
	return typeof data === 'object' && data !== null && 'type' in data ? data.type : undefined;
}
