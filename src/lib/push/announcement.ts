import * as v from 'valibot';
import { Instant, Sha256 } from '#lib/edition/vocabulary.ts';
import { Proof, Severity } from './notice.ts';

/** A signed announcement is refused when it would live longer than this. */
export const MAX_ANNOUNCEMENT_HOURS = 48;

const EditionVersion = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
/**
 * The public address that it is for, so that it cannot be replayed at another publisher's server: an
 * origin, and the base path where the app has one. No slash at its end.
 */
const Origin = v.pipe(v.string(), v.regex(/^https?:\/\/[^/\s]+(\/[\w.-]+)*$/));

/**
 * "Edition 57 is out", the payload of a signed file of type `announcement`: signed by the publishing
 * key, and by two approvers too if it is critical. The server passes `proof` on and cannot make it.
 */
export const Announcement = v.object({
	edition: EditionVersion,
	/** Of the edition's payload, as the server's own head names it. */
	sha256: Sha256,
	severity: Severity,
	/** The publishing key's signature over `noticePayload`. */
	proof: Proof,
	origin: Origin,
	issued: Instant,
	expires: Instant
});
export type Announcement = v.InferOutput<typeof Announcement>;

/** Takes an announcement back while it is held or being sent: a signed file of type `cancellation`. */
export const Cancellation = v.object({
	edition: EditionVersion,
	sha256: Sha256,
	origin: Origin,
	issued: Instant,
	expires: Instant
});
export type Cancellation = v.InferOutput<typeof Cancellation>;
