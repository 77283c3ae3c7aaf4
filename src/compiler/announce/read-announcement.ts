import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { Announcement } from '#lib/push/announcement.ts';
import { toText, type Bytes } from '#lib/trust/signed/bytes.ts';
import { parseEnvelope } from '#lib/trust/signed/envelope.ts';
import { Refusal } from '../base/refusal.ts';
import { UsageError } from '../base/usage-error.ts';

/** An announcement that waits in a file. What it says is shown to people; the server verifies it. */
export interface WaitingAnnouncement {
	readonly path: string;
	readonly file: Bytes;
	readonly announcement: Announcement;
}

export function readAnnouncement(path: string | undefined): WaitingAnnouncement {
	if (path === undefined) throw new UsageError('Name the file of the announcement.');
	if (!existsSync(path)) throw new Refusal(`There is no file ${path}.`);
	const file = new Uint8Array(readFileSync(path));
	const envelope = parseEnvelope(file);
	try {
		if (envelope.ok) {
			const payload = toText(envelope.value.payload);
			return { path, file, announcement: v.parse(Announcement, JSON.parse(payload)) };
		}
	} catch {
		// signed or not, it is no announcement
	}
	throw new Refusal(`${path} is not a signed announcement.`);
}
