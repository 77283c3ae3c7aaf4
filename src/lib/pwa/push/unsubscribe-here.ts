import type { OpenDatabase } from '#lib/storage/database/database-opener.ts';
import { unsubscribe, deleteEndedSubscriptions } from './unsubscribe.ts';
import { pagePushPorts } from './page-push-ports.ts';

/** Before everything is deleted. Returns the tokens that the server has yet to hear of. */
export async function unsubscribeHere(open: OpenDatabase): Promise<string[]> {
	const ports = pagePushPorts(open);
	const left = await ports.alone(() => unsubscribe(ports));
	if (left.length > 0) {
		// nothing else of the app runs any more: this page, while it is open, tells the server
		window.addEventListener(
			'online',
			() => void deleteEndedSubscriptions(ports).catch(() => undefined)
		);
	}
	return left;
}
