import * as v from 'valibot';
import { Edition, SCHEMA, type FileRef } from '#lib/edition/edition.ts';
import { fail, ok, type Result } from '#lib/edition/result.ts';
import { sha256Hex, type Bytes } from './signed/bytes.ts';
import { parseEnvelope } from './signed/envelope.ts';
import { parseVerified, type Verified } from './signed/parse-verified.ts';
import { trustedRole, type Root } from './signed/root.ts';
import { verifySigned } from './signed/verify-signed.ts';

export type EditionRejection =
	| 'malformed'
	| 'below-threshold'
	| 'wrong-hash'
	| 'wrong-length'
	| 'mismatch'
	| 'root-unreachable'
	| 'needs-app-update';

/** An edition that its publisher signed and a head names. */
export interface AcceptedEdition {
	readonly edition: Verified<Edition>;
	readonly sha256: string;
	readonly signers: readonly string[];
}

/** Only this much of an edition can be read whatever its schema is. */
const Formats = v.object({ schema: Edition.entries.schema, minApp: Edition.entries.minApp });

/**
 * Accepts the very bytes that the head names, and only with the publishing key's signature: the
 * online key alone can publish nothing. Hash and length are of the payload.
 */
export async function acceptEdition(
	root: Root,
	named: FileRef & { readonly version: number },
	file: Bytes
): Promise<Result<AcceptedEdition, EditionRejection>> {
	const envelope = parseEnvelope(file);
	if (!envelope.ok) return envelope;
	const { payload } = envelope.value;
	if (payload.length !== named.length) return fail('wrong-length');
	if ((await sha256Hex(payload)) !== named.sha256) return fail('wrong-hash');
	const role = await trustedRole(root, 'edition');
	const signed = await verifySigned('edition', envelope.value, role);
	if (!signed.ok) return signed;

	const { bytes, signers } = signed.value;
	const formats = parseVerified(Formats, bytes);
	if (!formats.ok) return formats;
	const { schema, minApp } = formats.value;
	if (schema > SCHEMA || minApp > SCHEMA) return fail('needs-app-update');

	const edition = parseVerified(Edition, bytes);
	if (!edition.ok) return edition;
	if (edition.value.version !== named.version) return fail('mismatch');
	if (edition.value.root > root.version) return fail('root-unreachable');
	return ok({ edition: edition.value, sha256: named.sha256, signers });
}
