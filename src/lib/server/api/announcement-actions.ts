import type { AnnouncementAnswer } from '#lib/push/announcement-answer.ts';
import type { Envelope } from '#lib/trust/signed/envelope.ts';
import { parseEnvelope } from '#lib/trust/signed/envelope.ts';
import type { AnnouncementProgress } from '#lib/server/announcements/announcements.ts';
import {
	readCurrentEdition,
	readNewestRoot
} from '#lib/server/trusted-edition/read-published-edition.ts';
import {
	checkAnnounced,
	verifyAnnouncement,
	verifyCancellation,
	type Circumstances
} from '#lib/server/announcements/verify-announcement.ts';
import type { Backend } from '#lib/server/backend/backend.ts';
import { log } from '#lib/server/process/log.ts';
import { mayOperate } from '#lib/server/operator/may-operate.ts';
import { countSubscriptions, readOverview } from '#lib/server/operator/read-overview.ts';
import type { ApiAction } from '#lib/server/requests/api-call.ts';
import { bodyProblem } from '#lib/server/requests/body-problem.ts';
import { guard } from '#lib/server/requests/guard.ts';
import { jsonAnswer } from '#lib/server/requests/json-answer.ts';
import { problem, type ProblemCode } from '#lib/server/requests/problem.ts';
import { readBody } from '#lib/server/requests/read-body.ts';
import { mediaType } from '#lib/server/requests/read-json.ts';

const SIGNED_TYPE = 'application/octet-stream';

/**
 * Accepts a signed announcement or cancellation from the publisher. There is no password: whoever can
 * sign an edition may announce it, and an announcement shows phones nothing but that it is out.
 */
export const postAnnouncement: ApiAction = guard('shared', async ({ request }, backend) => {
	if (mediaType(request) !== SIGNED_TYPE) {
		return problem('wrong-content-type', { accept: SIGNED_TYPE });
	}
	const body = await readBody(request);
	if (!body.ok) return bodyProblem(body.code);
	const envelope = parseEnvelope(body.value);
	if (!envelope.ok) return problem('malformed-announcement');
	const trusted = await readNewestRoot(placesOf(backend));
	if (!trusted.ok) return problem(trusted.code);

	const { root } = trusted.value;
	const { now, settings } = backend;
	const circumstances = { root, origin: settings.address, now: now() };
	const cancelled = await verifyCancellation(envelope.value, circumstances);
	// the signature tells which of the two it is; a file that is neither gets the announcement's problem
	if (cancelled.ok || cancelled.code !== 'not-signed') {
		return cancelled.ok ? cancel(cancelled.value, backend) : problem(cancelled.code);
	}
	const current = await readCurrentEdition(placesOf(backend), trusted.value, now());
	return accept(envelope.value, circumstances, current, backend);
});

/** Lists announcements and counts subscriptions, for the operator. */
export const listAnnouncements: ApiAction = guard('shared', async (call, backend) => {
	const may = mayOperate({ headers: call.request.headers, peer: call.peer }, backend);
	if (may === 'no') return problem('not-found');
	if (may !== 'yes') {
		return problem('too-many-requests', { 'retry-after': String(may.waitSeconds) });
	}
	const { subscriptions, announcements } = await readOverview(backend);
	return jsonAnswer({ subscriptions, announcements });
});

const placesOf = ({ anchor, settings }: Backend) => {
	return { anchor, publishedDir: settings.publishedDir };
};

async function accept(
	envelope: Envelope,
	circumstances: Circumstances,
	current: Awaited<ReturnType<typeof readCurrentEdition>>,
	backend: Backend
): Promise<Response> {
	const verified = await verifyAnnouncement(envelope, circumstances);
	if (!verified.ok) return problem(verified.code);
	if (!current.ok) return problem(current.code);
	const { announcement, approvers: approvals } = verified.value;
	const announced = checkAnnounced(announcement, current.value);
	if (!announced.ok) return problem(announced.code);

	const { holdMinutes } = backend.settings;
	const request = { announcement, approvals, holdMinutes };
	const accepted = await backend.store.announcements.accept(request);
	if (!accepted.ok) return problem(ACCEPT_PROBLEMS[accepted.code]);
	const { isNew, announcement: progress } = accepted.value;
	const { edition, severity, state } = progress;
	log('announcement-accepted', { edition, severity, state, isNew });
	return jsonAnswer(await toAnswer(progress, backend), isNew ? 202 : 200);
}

async function cancel(
	cancellation: { readonly edition: number; readonly sha256: string },
	backend: Backend
): Promise<Response> {
	const cancelled = await backend.store.announcements.cancel(cancellation);
	if (!cancelled.ok) return problem(CANCEL_PROBLEMS[cancelled.code]);
	log('announcement-cancelled', { edition: cancellation.edition });
	return jsonAnswer(await toAnswer(cancelled.value, backend));
}

const ACCEPT_PROBLEMS = {
	conflict: 'other-announcement',
	'older-edition': 'older-edition',
	'too-soon': 'one-a-day',
	expired: 'announcement-expired'
} as const satisfies Record<string, ProblemCode>;

const CANCEL_PROBLEMS = {
	'not-found': 'no-announcement',
	conflict: 'other-announcement',
	finished: 'finished'
} as const satisfies Record<string, ProblemCode>;

async function toAnswer(
	{ edition, severity, state, heldUntil }: AnnouncementProgress,
	{ store }: Backend
): Promise<AnnouncementAnswer> {
	const subscriptions = await countSubscriptions(store.statistics);
	return { edition, severity, state, sendsAt: heldUntil, subscriptions };
}
