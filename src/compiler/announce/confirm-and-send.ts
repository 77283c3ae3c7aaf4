import type { Announcement } from '#lib/push/announcement.ts';
import type { Bytes } from '#lib/trust/signed/bytes.ts';
import { counted } from '../base/counted.ts';
import type { Io } from '../base/io.ts';
import { askSubscriptions, postSigned } from './ask-server.ts';
import { showAnnouncement } from './show-announcement.ts';

/** A signed announcement, and what is known about it here. */
export interface SignedAnnouncement {
	readonly announcement: Announcement;
	readonly file: Bytes;
	/** Slugs of the change notes that are the reason. */
	readonly reasons: readonly string[];
	/** Sends without asking. */
	readonly isConfirmed: boolean;
}

/** Shows what phones will get and how many there are, asks, and sends. Gives the exit code. */
export async function confirmAndSend(
	{ announcement, file, reasons, isConfirmed }: SignedAnnouncement,
	io: Io
): Promise<number> {
	const { origin, edition } = announcement;
	const count = await askSubscriptions(origin, io);
	showAnnouncement(announcement, reasons, io);
	const unknown = 'unknown; with OPERATOR_TOKEN set, the server says how many';
	io.print(`For: ${count === undefined ? unknown : counted(count, 'phone')}`);
	if (!isConfirmed && !(await io.confirm(`Send it to ${origin}?`))) {
		io.print('Nothing was sent.');
		return 1;
	}
	const answer = await postSigned(origin, file, io);
	const when = answer.state === 'held' ? `held until ${answer.sendsAt}` : answer.state;
	io.print(
		`Edition ${String(edition)} at ${origin}: ${when}, for ${counted(answer.subscriptions, 'phone')}.`
	);
	if (answer.state === 'held') io.print('To take it back: npm run announce -- --cancel');
	return 0;
}
