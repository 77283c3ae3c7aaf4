import * as v from 'valibot';
import { APP_NAME } from '#lib/edition/generated/site.ts';
import { base64Url } from '#lib/edition/vocabulary.ts';

export const Severity = v.picklist(['routine', 'critical']);
export type Severity = v.InferOutput<typeof Severity>;

/** An ECDSA P-256 signature, raw `r‖s`, base64url. */
export const Proof = base64Url(64);
const EditionVersion = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/**
 * All that a push says of ours: a number, a word and a signature, under 200 bytes. Nothing about
 * guidance, and nothing that differs from one phone to the next.
 */
export const Notice = v.object({ edition: EditionVersion, severity: Severity, proof: Proof });
export type Notice = v.InferOutput<typeof Notice>;

/**
 * The bytes that the publishing key signs (type `notice`), as text: both sides build them from the
 * two values, so there is one form of them and no parsing before verifying.
 */
export const noticePayload = ({
	edition,
	severity
}: Pick<Notice, 'edition' | 'severity'>): string =>
	`{"edition":${String(edition)},"severity":"${severity}"}`;

/** What a phone says when it does not know the reader's language, and what Safari shows by itself. */
export const NOTICE_TITLE = APP_NAME;
export const NOTICE_BODIES: Readonly<Record<Severity, string>> = {
	routine: 'There is something new to read.',
	critical: 'Something important has changed.'
};

/** Where a notice leads: the list of changes, in whatever language the phone reads. */
export const NOTICE_PATH = '/changes/';
