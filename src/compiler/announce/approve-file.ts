import { parseEnvelope } from '#lib/trust/signed/envelope.ts';
import { trustedRole } from '#lib/trust/signed/root.ts';
import { verifySigned } from '#lib/trust/signed/verify-signed.ts';
import type { Io } from '../base/io.ts';
import { addApproverSignatures, approversNeeded } from '../keys/approver-signatures.ts';
import { loadSigner, type Signer } from '../keys/load-signer.ts';
import { Refusal } from '../base/refusal.ts';
import { writeWhole } from '../base/write-whole.ts';
import type { AnnounceOptions } from './announce-options.ts';
import { showAnnouncement } from './show-announcement.ts';
import { readAnnouncement, type WaitingAnnouncement } from './read-announcement.ts';

/** Shows an approver what the file says, asks, and adds the approver's signature to it. */
export async function approveFile(options: AnnounceOptions, io: Io): Promise<number> {
	const waiting = readAnnouncement(options.file);
	const { content, keys } = options;
	const signer = await loadSigner({ content, keys, passphrase: io.passphrase, now: io.now() });
	await requirePublisher(waiting, signer);
	showAnnouncement(waiting.announcement, [], io);
	if (!options.isConfirmed && !(await io.confirm('Approve it?'))) {
		io.print('Nothing was signed.');
		return 1;
	}
	const { file, approvers, added } = await addApproverSignatures(
		signer.keys,
		signer.root,
		waiting.file
	);
	if (added === 0) {
		throw new Refusal(`${signer.keys.folder} holds no approver key that has not signed yet.`);
	}
	writeWhole(waiting.path, file, { flush: true });
	const needed = approversNeeded(signer.root);
	io.print(`${waiting.path}: ${String(approvers.length)} of ${String(needed)} approvers.`);
	if (approvers.length >= needed) io.print(`Next: npm run announce -- send ${waiting.path}`);
	return 0;
}

/** Refuses an announcement that the publishing key did not sign. */
async function requirePublisher(
	{ path, file }: WaitingAnnouncement,
	{ root }: Signer
): Promise<void> {
	const envelope = parseEnvelope(file);
	const role = await trustedRole(root, 'edition');
	const isSigned = envelope.ok && (await verifySigned('announcement', envelope.value, role)).ok;
	if (isSigned) return;
	throw new Refusal(`${path} is not signed by the publishing key. Do not approve it.`);
}
