import { createPrivateKey, sign } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { noticePayload, type Severity } from '#lib/push/notice.ts';
import { formatPushMessage } from '#lib/push/push-message.ts';
import { toBytes } from '#lib/trust/signed/bytes.ts';
import { signedMessage } from '#lib/trust/signed/envelope.ts';

/** A push message as the server sends it. Its proof is signed with the demo key of this clone. */
export function aDemoPush(origin: string, severity: Severity, edition = 1_000_000): string {
	const [path = ''] = globSync('.keys/edition-*.pem');
	const key = createPrivateKey(readFileSync(path, 'utf8'));
	const message = signedMessage('notice', toBytes(noticePayload({ edition, severity })));
	const proof = sign('sha256', message, { key, dsaEncoding: 'ieee-p1363' }).toString('base64url');
	return formatPushMessage({ edition, severity, proof }, origin);
}
