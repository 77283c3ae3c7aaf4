import * as v from 'valibot';
import { fail, ok, type Result } from '#lib/edition/result.ts';
import { base64Url } from '#lib/edition/vocabulary.ts';
import { fromBase64Url, toBase64Url, toBytes, toText, type Bytes } from './bytes.ts';

/** What a signed file is for. The name is part of what is signed; see `signedMessage`. */
export type Role = 'root' | 'head' | 'edition' | 'announcement' | 'cancellation' | 'notice';

export interface Signature {
	readonly keyId: string;
	/** Raw `r‖s`, 64 bytes, as WebCrypto gives it. */
	readonly signature: Bytes;
}

/** A signed file taken apart: nothing in it is trusted yet. */
export interface Envelope {
	/** What its header says that it is, if it came with one. Never a reason to believe it. */
	readonly type?: string;
	readonly payload: Bytes;
	readonly signatures: readonly Signature[];
}

export const MAX_HEADER_BYTES = 4096;
const MAX_SIGNATURES = 8;
const LINE_FEED = 0x0a;

export const roleType = (role: Role): string => `handrail/${role}+json;v=1`;

/**
 * DSSE's pre-authentication encoding. It names the role inside what is signed, so that a valid head
 * can never pass as an edition.
 */
export function signedMessage(role: Role, payload: Bytes): Bytes {
	const type = roleType(role);
	const prefix = toBytes(`DSSEv1 ${String(type.length)} ${type} ${String(payload.length)} `);
	const message = new Uint8Array(prefix.length + payload.length);
	message.set(prefix);
	message.set(payload, prefix.length);
	return message;
}

const Header = v.object({
	type: v.string(),
	signatures: v.pipe(
		v.array(
			v.object({
				keyId: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
				sig: base64Url(64)
			})
		),
		v.maxLength(MAX_SIGNATURES)
	)
});

/** Splits a signed file: one header line (JSON), LF, then the payload exactly as it was signed. */
export function parseEnvelope(file: Bytes): Result<Envelope, 'malformed'> {
	const end = file.subarray(0, MAX_HEADER_BYTES).indexOf(LINE_FEED);
	if (end < 0) return fail('malformed');
	try {
		const header = v.parse(Header, JSON.parse(toText(file.slice(0, end))));
		const signatures = header.signatures.map(({ keyId, sig }) => {
			return { keyId, signature: fromBase64Url(sig) };
		});
		return ok({ type: header.type, payload: file.slice(end + 1), signatures });
	} catch {
		// a captive portal's page, a file cut short, a stranger's format: all the same to us
		return fail('malformed');
	}
}

export function formatEnvelope(role: Role, { payload, signatures }: Envelope): Bytes {
	const sigs = signatures.map(({ keyId, signature }) => {
		return { keyId, sig: toBase64Url(signature) };
	});
	const header = toBytes(`${JSON.stringify({ type: roleType(role), signatures: sigs })}\n`);
	const file = new Uint8Array(header.length + payload.length);
	file.set(header);
	file.set(payload, header.length);
	return file;
}
