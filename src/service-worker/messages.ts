import { checkCode, forgetCode, keepCode } from './app-shell.ts';
import { endSync, takeOpeningSync } from './background-sync.ts';
import { worker } from './scope.ts';
import { takeShared } from './share-target.ts';

/** What pages may ask of the worker; anything else is ignored. Names are in `lib/pwa` too. */
export async function handleMessage({ data, ports }: ExtendableMessageEvent): Promise<void> {
	const answer = (it: unknown): void => ports[0]?.postMessage(it);
	const tags = tagsOf(data);
	switch (fieldOf(data, 'type')) {
		case 'SKIP_WAITING':
			// workbox-window sends it after the reader agreed: code never changes under an open page
			return worker.skipWaiting();
		case 'TAKE_SHARED_MESSAGE':
			return answer(takeShared());
		case 'CHECK_CODE':
			return answer(await checkCode(tags, fieldOf(data, 'deep') === true));
		case 'KEEP_CODE':
			await keepCode(tags);
			return answer(true);
		case 'TAKE_OPENING_SYNC':
			return answer(await takeOpeningSync());
		case 'FORGET_CODE':
			await Promise.all([endSync(), forgetCode()]);
			return answer(true);
	}
}

const fieldOf = (data: unknown, name: string): unknown =>
	typeof data === 'object' && data !== null && name in data
		? (data as Record<string, unknown>)[name]
		: undefined;

function tagsOf(data: unknown): string[] {
	const tags = fieldOf(data, 'languages');
	return Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [];
}
