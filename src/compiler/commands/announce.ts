import { writeFileSync } from 'node:fs';
import * as v from 'valibot';
import { hasExpired } from '#lib/edition/dates.ts';
import { HOUR_MS } from '#lib/edition/durations.ts';
import {
	MAX_ANNOUNCEMENT_HOURS,
	type Announcement,
	type Cancellation
} from '#lib/push/announcement.ts';
import { Severity } from '#lib/push/notice.ts';
import { approveFile } from '../announce/approve-file.ts';
import { postSigned } from '../announce/ask-server.ts';
import { readEditions } from '../publish/read-editions.ts';
import { confirmAndSend, type SignedAnnouncement } from '../announce/confirm-and-send.ts';
import { loadSignedEdition, requireHead, requireChanges } from '../announce/load-signed-edition.ts';
import type { AnnounceOptions } from '../announce/announce-options.ts';
import { readAnnouncement } from '../announce/read-announcement.ts';
import type { Io } from '../base/io.ts';
import { addApproverSignatures, approversNeeded } from '../keys/approver-signatures.ts';
import type { Signer } from '../keys/load-signer.ts';
import { didYouMean } from '../base/nearest.ts';
import { Refusal } from '../base/refusal.ts';
import { UsageError } from '../base/usage-error.ts';

export const ANNOUNCE_ACTIONS = ['approve', 'send'] as const;

/**
 * Tells phones that an edition is out: signs, shows what they will get, asks, and sends. Nothing else
 * in this repository sends: not saving, not building, not publishing. Gives the exit code.
 */
export async function announce(options: AnnounceOptions, io: Io): Promise<number> {
	const { action } = options;
	if (action === 'approve') return approveFile(options, io);
	if (action === 'send') return send(options, io);
	if (action !== undefined) {
		const use = `Use one of: ${ANNOUNCE_ACTIONS.join(', ')}.`;
		const hint = didYouMean(action, ANNOUNCE_ACTIONS);
		throw new UsageError(`"${action}" is nothing that announce can do. ${hint}${use}`);
	}
	return options.isCancelled ? cancel(options, io) : make(options, io);
}

async function make(options: AnnounceOptions, io: Io): Promise<number> {
	const { edition, out, isConfirmed } = options;
	const severity = v.safeParse(Severity, options.severity);
	if (edition === undefined) throw new UsageError('--edition is missing: the number to announce.');
	if (!severity.success) throw new UsageError('--severity must be routine or critical.');
	const opened = await loadSignedEdition(options, io);
	const changes = requireChanges(opened, out, severity.output);
	await requireHead(opened, io);

	const { signer, sha256, to } = opened;
	const notice = { edition, severity: severity.output };
	const proof = await signer.prove(notice);
	const announcement: Announcement = { ...notice, sha256, proof, ...datesFor(to, io) };
	const file = await signer.sign('announcement', JSON.stringify(announcement));
	const signed = { announcement, file, reasons: changes.map(({ slug }) => slug), isConfirmed };
	return severity.output === 'routine'
		? confirmAndSend(signed, io)
		: sendCritical(signed, signer, options.file, io);
}

/** Sends it if the approvers' keys are here; else writes a file for the approvers to sign in turn. */
async function sendCritical(
	signed: SignedAnnouncement,
	{ keys, root }: Signer,
	path = `announcement-${String(signed.announcement.edition)}.signed`,
	io: Io
): Promise<number> {
	const { file, approvers } = await addApproverSignatures(keys, root, signed.file);
	const needed = approversNeeded(root);
	if (approvers.length >= needed) return confirmAndSend({ ...signed, file }, io);
	writeFileSync(path, file);
	const missing = `${String(needed - approvers.length)} of ${String(needed)} approvers`;
	io.print(`${path} waits for ${missing}, until ${signed.announcement.expires}.`);
	io.print(`    Each of them: npm run announce -- approve ${path} --keys DIR`);
	io.print(`    And then:     npm run announce -- send ${path}`);
	return 0;
}

function send({ file: path, isConfirmed }: AnnounceOptions, io: Io): Promise<number> {
	const { announcement, file } = readAnnouncement(path);
	if (hasExpired(announcement.expires, io.now())) {
		throw new Refusal('The announcement has expired. Make it anew.');
	}
	return confirmAndSend({ announcement, file, reasons: [], isConfirmed }, io);
}

async function cancel(options: AnnounceOptions, io: Io): Promise<number> {
	// a newer edition may be out by now: the mistake is taken back all the same
	const { signer, version, to } = await loadSignedEdition({ ...options, edition: undefined }, io);
	const { edition = version, out } = options;
	const kept = readEditions(out).find((it) => it.edition.version === edition);
	if (!kept) throw new Refusal(`${out} holds no edition ${String(edition)}.`);
	const { sha256 } = kept;
	const cancellation: Cancellation = { edition, sha256, ...datesFor(to, io) };
	const file = await signer.sign('cancellation', JSON.stringify(cancellation));
	const { state } = await postSigned(to, file, io);
	io.print(`Edition ${String(edition)} at ${to}: ${state}. Nothing more is sent.`);
	return 0;
}

function datesFor(origin: string, io: Io): { origin: string; issued: string; expires: string } {
	const issued = io.now();
	const expires = new Date(issued.getTime() + MAX_ANNOUNCEMENT_HOURS * HOUR_MS);
	return { origin, issued: issued.toISOString(), expires: expires.toISOString() };
}
