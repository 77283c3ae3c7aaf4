import { toText, type Bytes } from '#lib/trust/signed/bytes.ts';
import { formatEnvelope, parseEnvelope } from '#lib/trust/signed/envelope.ts';
import { trustedRole, type Root } from '#lib/trust/signed/root.ts';
import { verifySigned } from '#lib/trust/signed/verify-signed.ts';
import { Refusal } from '../base/refusal.ts';
import { signFile } from './sign-file.ts';
import { hasKey, readKey, type KeyFolder } from './key-files.ts';

/** An announcement with the signatures that it has so far. */
export interface Approved {
	readonly file: Bytes;
	/** Ids of all approver keys that have signed. */
	readonly approvers: readonly string[];
	/** How many signatures were added. */
	readonly added: number;
}

/** How many approvers must sign: at least two, whatever the root says. The server asks for the same. */
export const approversNeeded = ({ roles }: Root): number => Math.max(2, roles.approver.threshold);

/** Signs an announcement with every approver key whose file is here, which may be none. */
export async function addApproverSignatures(
	keys: KeyFolder,
	root: Root,
	file: Bytes
): Promise<Approved> {
	const envelope = parseEnvelope(file);
	if (!envelope.ok) throw new Refusal('This is not a signed announcement.');
	const { payload, signatures } = envelope.value;
	const here = root.roles.approver.keyIds
		.filter((keyId) => hasKey(keys.folder, 'approver', keyId))
		.filter((keyId) => !signatures.some((it) => it.keyId === keyId));
	const opened = [];
	for (const keyId of here) opened.push(await readKey(keys, 'approver', keyId));
	const added = parseEnvelope(signFile('announcement', toText(payload), opened));
	const all = { payload, signatures: [...signatures, ...(added.ok ? added.value.signatures : [])] };

	const role = { ...(await trustedRole(root, 'approver')), threshold: 0 };
	const signed = await verifySigned('announcement', all, role);
	return {
		file: formatEnvelope('announcement', all),
		approvers: signed.ok ? signed.value.signers : [],
		added: opened.length
	};
}
