import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * A service of OpenID Connect on this machine, which says whatever a test wants. With `tellsLater` it says more
 * where it is asked with the token that it gave.
 */
export async function anIssuer(clientId: string, { tellsLater = false } = {}) {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	/** By code: what is said of whom, and what must be shown for it. */
	const codes = new Map<string, { readonly token: string; readonly challenge: string }>();
	/** By access token: what it says where it is asked. */
	const said = new Map<string, object>();
	let issuer = '';
	const server = createServer((request, response) => {
		const say = (status: number, value: object): void => {
			response.writeHead(status, { 'content-type': 'application/json' });
			response.end(JSON.stringify(value));
		};
		if (request.url === '/.well-known/openid-configuration') {
			say(200, {
				...{ issuer, authorization_endpoint: `${issuer}/authorize`, jwks_uri: `${issuer}/keys` },
				...{ token_endpoint: `${issuer}/token`, response_types_supported: ['code'] },
				...{ subject_types_supported: ['public'], code_challenge_methods_supported: ['S256'] },
				id_token_signing_alg_values_supported: ['ES256'],
				...(tellsLater && { userinfo_endpoint: `${issuer}/me` })
			});
		} else if (request.url === '/me') {
			const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
			const claims = said.get(token);
			say(claims ? 200 : 401, claims ?? { error: 'invalid_token' });
		} else if (request.url === '/keys') {
			say(200, { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: '1', alg: 'ES256' }] });
		} else {
			void text(request).then((body) => {
				const asked = new URLSearchParams(body);
				const known = codes.get(asked.get('code') ?? '');
				codes.delete(asked.get('code') ?? '');
				const verifier = asked.get('code_verifier') ?? '';
				const shown = createHash('sha256').update(verifier).digest('base64url');
				if (shown !== known?.challenge) return say(400, { error: 'invalid_grant' });
				say(200, { access_token: known.challenge, token_type: 'Bearer', id_token: known.token });
			});
		}
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
	onTestFinished(() => void server.close());

	return {
		issuer,
		/** Somebody says there who they are: where their browser is sent back to. */
		answer(location: string, claims: object, { isForged = false, later = {} } = {}): string {
			const asked = new URL(location).searchParams;
			const now = Math.floor(Date.now() / 1000);
			const whole = {
				...{ iss: issuer, aud: clientId, iat: now, exp: now + 60, nonce: asked.get('nonce') },
				...claims
			};
			const signed = `${encode({ alg: 'ES256', kid: '1' })}.${encode(whole)}`;
			const key = isForged ? other.privateKey : privateKey;
			const signature = sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' });
			const code = `code-${String(codes.size)}-${String(Math.random())}`;
			const challenge = asked.get('code_challenge') ?? '';
			said.set(challenge, later);
			codes.set(code, { token: `${signed}.${signature.toString('base64url')}`, challenge });
			const back = new URLSearchParams({ code, state: asked.get('state') ?? '' });
			return `${new URL(asked.get('redirect_uri') ?? '').pathname}?${back.toString()}`;
		}
	};
}
