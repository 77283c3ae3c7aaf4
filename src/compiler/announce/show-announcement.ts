import type { Announcement } from '#lib/push/announcement.ts';
import { NOTICE_BODIES, NOTICE_TITLE } from '#lib/push/notice.ts';
import { formatPushMessage } from '#lib/push/push-message.ts';
import type { Io } from '../base/io.ts';

/** Prints exactly what phones will get: nothing that is not here leaves the server. */
export function showAnnouncement(
	announcement: Announcement,
	reasons: readonly string[],
	io: Io
): void {
	const { edition, severity, proof, origin, expires } = announcement;
	io.print(`Edition ${String(edition)}, ${severity}, to be accepted by ${origin} until ${expires}`);
	if (reasons.length > 0) io.print(`Because of: ${reasons.join(', ')}`);
	io.print('Each phone shows, in its own language, and no more:');
	io.print(`    ${NOTICE_TITLE}: ${NOTICE_BODIES[severity]}`);
	io.print('The message, padded to 1,024 bytes and encrypted:');
	io.print(`    ${formatPushMessage({ edition, severity, proof }, origin).trim()}`);
}
