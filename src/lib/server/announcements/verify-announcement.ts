import type * as v from 'valibot';
import { HOUR_MS, MINUTE_MS } from '#lib/edition/durations.ts';
import { instantMs } from '#lib/edition/dates.ts';
import { fail, ok, type Result } from '#lib/edition/result.ts';
import { Announcement, Cancellation, MAX_ANNOUNCEMENT_HOURS } from '#lib/push/announcement.ts';
import { noticePayload } from '#lib/push/notice.ts';
import { fromBase64Url, toBytes } from '#lib/trust/signed/bytes.ts';
import type { Envelope } from '#lib/trust/signed/envelope.ts';
import { isSignedByAny } from '#lib/trust/signed/is-signed-by-any.ts';
import { parseVerified } from '#lib/trust/signed/parse-verified.ts';
import { trustedRole, type Root } from '#lib/trust/signed/root.ts';
import { verifySigned } from '#lib/trust/signed/verify-signed.ts';
import type { PublishedEdition } from '#lib/server/trusted-edition/read-published-edition.ts';

/** What an announcement is verified against. */
export interface Circumstances {
	readonly root: Root;
	/** The public address of this server. */
	readonly origin: string;
	readonly now: Date;
}

/** An announcement that the publisher signed, for this server, and that is valid now. */
export interface VerifiedAnnouncement {
	readonly announcement: Announcement;
	/** Key ids of those who approved: two or more if it is critical. */
	readonly approvers: readonly string[];
}

type Untimely = 'announcement-expired' | 'announcement-too-long' | 'announcement-early';
export type SignedProblem = 'malformed-announcement' | 'not-signed' | 'wrong-server' | Untimely;
export type AnnouncementProblem =
	SignedProblem | 'too-few-approvers' | 'bad-proof' | 'not-this-edition' | 'nothing-to-announce';

/** How many people must approve a critical announcement, whatever threshold a root names. */
const LEAST_APPROVERS = 2;
/** By how much the clocks of two machines may differ. */
const CLOCK_SKEW_MS = 5 * MINUTE_MS;

/** Verifies the publisher's signature over the bytes, then the address, the dates and the approvals. */
export async function verifyAnnouncement(
	envelope: Envelope,
	circumstances: Circumstances
): Promise<Result<VerifiedAnnouncement, AnnouncementProblem>> {
	const signed = await verifySignedHere('announcement', Announcement, envelope, circumstances);
	if (!signed.ok) return signed;
	const { content: announcement, signers } = signed.value;
	const { root } = circumstances;
	if (!(await isProofGood(announcement, root))) return fail('bad-proof');

	const role = await trustedRole(root, 'approver');
	const approved = await verifySigned('announcement', envelope, { ...role, threshold: 0 });
	// a publisher who also holds an approver's key is still one person
	const approvers = approved.ok
		? approved.value.signers.filter((keyId) => !signers.includes(keyId))
		: [];
	const needed = Math.max(LEAST_APPROVERS, role.threshold);
	if (announcement.severity === 'critical' && approvers.length < needed) {
		return fail('too-few-approvers');
	}
	return ok({ announcement, approvers });
}

/** Checks that the edition published here is the announced one, and that it has a change to announce. */
export function checkAnnounced(
	{ edition: version, sha256, severity }: Announcement,
	{ head, edition }: PublishedEdition
): Result<true, 'not-this-edition' | 'nothing-to-announce'> {
	const isSame = head.edition.version === version && head.edition.sha256 === sha256;
	if (!isSame) return fail('not-this-edition');
	const allowed = severity === 'critical' ? ['critical'] : ['routine', 'critical'];
	const isNews = edition.changes.some(
		({ importance, notify }) => importance === 'major' && allowed.includes(notify)
	);
	return isNews ? ok(true) : fail('nothing-to-announce');
}

/** Verifies a cancellation. The publisher's signature is enough: stopping must always be easy. */
export async function verifyCancellation(
	envelope: Envelope,
	circumstances: Circumstances
): Promise<Result<Cancellation, SignedProblem>> {
	const signed = await verifySignedHere('cancellation', Cancellation, envelope, circumstances);
	return signed.ok ? ok(signed.value.content) : signed;
}

async function verifySignedHere<
	Schema extends v.GenericSchema<unknown, { origin: string; issued: string; expires: string }>
>(
	role: 'announcement' | 'cancellation',
	schema: Schema,
	envelope: Envelope,
	{ root, origin, now }: Circumstances
): Promise<
	Result<
		{ readonly content: v.InferOutput<Schema>; readonly signers: readonly string[] },
		SignedProblem
	>
> {
	const signed = await verifySigned(role, envelope, await trustedRole(root, 'edition'));
	if (!signed.ok) return fail('not-signed');
	const parsed = parseVerified(schema, signed.value.bytes);
	if (!parsed.ok) return fail('malformed-announcement');
	const content: v.InferOutput<Schema> = parsed.value;
	if (content.origin !== origin) return fail('wrong-server');
	const untimely = checkDates(content, now);
	return untimely ? fail(untimely) : ok({ content, signers: signed.value.signers });
}

function checkDates(
	{ issued, expires }: { readonly issued: string; readonly expires: string },
	now: Date
): Untimely | undefined {
	const [from, to] = [instantMs(issued), instantMs(expires)];
	if (to - from > MAX_ANNOUNCEMENT_HOURS * HOUR_MS) return 'announcement-too-long';
	if (from > now.getTime() + CLOCK_SKEW_MS) return 'announcement-early';
	return to > now.getTime() && to > from ? undefined : 'announcement-expired';
}

/** Whether phones will accept the proof, which they check against the edition's keys. */
async function isProofGood({ proof, ...notice }: Announcement, root: Root): Promise<boolean> {
	const payload = toBytes(noticePayload(notice));
	const role = await trustedRole(root, 'edition');
	return isSignedByAny('notice', payload, fromBase64Url(proof), role);
}
