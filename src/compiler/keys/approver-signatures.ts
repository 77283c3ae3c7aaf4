import { toText, type Bytes } from '#lib/trust/bytes.ts';
import { formatEnvelope, parseEnvelope } from '#lib/trust/envelope.ts';
import { trustedRole, type Root } from '#lib/trust/root.ts';
import { verifySigned } from '#lib/trust/verify-signed.ts';
import { Refusal } from '../base/refusal.ts';
import { signFile } from './sign-file.ts';
import { hasKey, readKey, type KeyFolder } from './key-files.ts';

/** An announcement with the signatures it has by now. */
export interface Approved {
	readonly file: Bytes;
	/** Key ids of the approvers who have signed, these included. */
	readonly approvers: readonly string[];
	/** How many signatures came in. */
	readonly added: number;
}

/** Two people, whatever a root says; more, if it says so. The server asks for the same. */
export const approversNeeded = ({ roles }: Root): number => Math.max(2, roles.approver.threshold);

/** Adds the signatures of the approver keys whose files are here. There may be none. */
export async function approve(keys: KeyFolder, root: Root, file: Bytes): Promise<Approved> {
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
