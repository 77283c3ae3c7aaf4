import { createHash, createPublicKey, verify } from 'node:crypto';
import * as v from 'valibot';

const Claims = v.object({ aud: v.string(), exp: v.number(), sub: v.string() });

/** What a push service learns from a valid `Authorization`. */
export interface CheckedVapid {
	readonly keyId: string;
	readonly sub: string;
}

/** Checks the header `vapid t=…, k=…` as a push service does (RFC 8292): its claims, or the problem. */
export function checkVapid(header: string | undefined, origin: string): CheckedVapid | string {
	const [, token = '', key = ''] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(header ?? '') ?? [];
	const [head = '', claims = '', signature = ''] = token.split('.');
	const point = Buffer.from(key, 'base64url');
	if (point.length !== 65) return 'no key';
	const jwk = {
		kty: 'EC',
		crv: 'P-256',
		x: point.toString('base64url', 1, 33),
		y: point.toString('base64url', 33)
	};
	const isSigned = verify(
		'sha256',
		Buffer.from(`${head}.${claims}`),
		{ key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
		Buffer.from(signature, 'base64url')
	);
	if (!isSigned) return 'bad signature';
	const { aud, exp, sub } = v.parse(
		Claims,
		JSON.parse(Buffer.from(claims, 'base64url').toString())
	);
	const leftS = exp - Date.now() / 1000;
	if (aud !== origin) return 'wrong audience';
	if (leftS <= 0 || leftS > 86_400) return 'bad expiry';
	if (!/^(mailto:|https:\/\/)/.test(sub)) return 'bad subject';
	return { keyId: createHash('sha256').update(point).digest('base64url'), sub };
}
