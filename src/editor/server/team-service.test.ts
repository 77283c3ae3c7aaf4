import { expect, test } from 'vitest';
import { anIssuer } from '#tests/support/editor/issuer.ts';
import { aPasskey } from '#tests/support/editor/passkey.ts';
import { aTeamServer, TEAM_ORIGIN, type Answered } from '#tests/support/editor/team-server.ts';
import { OpenIdService } from '../team/open-id-service.ts';

const CLIENT = 'handrail-editor';
const BEN = { name: 'Ben', email: 'ben@example.org', title: 'lawyer', roles: [], isOwner: false };
const SAID = { sub: 'ben-1', email: 'Ben@example.org', email_verified: true };

async function aTeamWithService(options = {}) {
	const service = await anIssuer(CLIENT, options);
	const settings = {
		...{ issuer: service.issuer, clientId: CLIENT, clientSecret: 'a secret', name: 'Group login' }
	};
	const server = await aTeamServer((team) => new OpenIdService(settings, team, () => new Date()));
	const invited = server.team.accounts.invite(BEN);
	if (!invited.ok) throw new Error(invited.code);
	const link = server.team.linkOf(invited.value.token);
	const begin = async () => {
		const { head, cookie } = await server.get('/service/begin');
		return { location: head.location ?? '', cookie, set: head['set-cookie']?.[0] ?? '' };
	};
	return { server, service, begin, link, id: invited.value.account.id };
}

/** Who has a session now; `undefined`: nobody. */
const nameIn = async (
	server: Awaited<ReturnType<typeof aTeamServer>>,
	{ cookie }: Answered
): Promise<unknown> => {
	const { status, json } = await server.post('who', {}, { cookie });
	return status === 200
		? (json as { readonly editor: { readonly name: string } }).editor.name
		: undefined;
};

test('a service says who somebody is, with PKCE, state and nonce, and they are in', async () => {
	const { server, service, begin } = await aTeamWithService();
	expect((await server.post('door', {})).json).toEqual({ by: 'passkey', service: 'Group login' });
	const { location, cookie, set } = await begin();
	const asked = new URL(location).searchParams;
	expect(asked.get('code_challenge_method')).toBe('S256');
	for (const name of ['state', 'nonce', 'code_challenge']) {
		expect(asked.get(name)?.length, name).toBeGreaterThan(30);
	}
	// it must come along when the service sends the browser back, and no script reads it
	expect(set).toMatch(
		/^__Host-[\w-]+=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/
	);
	const back = await server.get(service.answer(location, SAID), { cookie });
	expect([back.status, back.head.location]).toEqual([303, '/']);
	expect(back.head['set-cookie']?.at(-1)).toMatch(/SameSite=Strict$/);
	expect(await nameIn(server, back)).toBe('Ben');
	expect((await server.team.log.entries())[0]?.what).toBe('signed in with Group login');
});

test.each<readonly [string, object, string | undefined]>([
	['their address', SAID, 'Ben'],
	['an address that it has not seen to be theirs', { ...SAID, email_verified: false }, undefined],
	['no address', { sub: SAID.sub }, undefined],
	['what is so of another', { ...SAID, sub: 'eve-1' }, undefined]
])('a service that tells in its token who it is, and later %s', async (_, later, name) => {
	const { server, service, begin } = await aTeamWithService({ tellsLater: true });
	const { location, cookie } = await begin();
	const back = service.answer(location, { sub: SAID.sub }, { later });
	expect(await nameIn(server, await server.get(back, { cookie }))).toBe(name);
});

const past = Math.floor(Date.now() / 1000) - 3600;

test.each<readonly [string, object, boolean]>([
	['another nonce', { ...SAID, nonce: 'x' }, false],
	['another audience', { ...SAID, aud: 'another-app' }, false],
	['another issuer', { ...SAID, iss: 'https://evil.example' }, false],
	['what has expired', { ...SAID, iat: past - 60, exp: past }, false],
	['a key that is not its own', SAID, true],
	['an unknown person', { sub: 'x', email: 'mallory@example.org', email_verified: true }, false],
	['an address that it has not seen to be theirs', { ...SAID, email_verified: false }, false],
	['nobody', { sub: 'x' }, false]
])('%s lets nobody in', async (_, claims, isForged) => {
	const { server, service, begin } = await aTeamWithService();
	const { location, cookie } = await begin();
	const back = await server.get(service.answer(location, claims, { isForged }), { cookie });
	expect([back.status, back.head.location]).toEqual([303, '/?refused=wrong']);
	expect(await nameIn(server, back)).toBeUndefined();
});

test('an answer is good once, with its state, and in the browser that asked', async () => {
	const { server, service, begin } = await aTeamWithService();
	const { location, cookie } = await begin();
	const back = service.answer(location, SAID);
	const elsewhere = await begin();
	for (const other of [undefined, elsewhere.cookie]) {
		const taken = await server.get(back, { cookie: other });
		expect(taken.head.location).toBe('/?refused=wrong');
	}
	const forged = await server.get(back.replace(/state=.*/, 'state=x'), { cookie });
	expect(forged.head.location).toBe('/?refused=wrong');
	const late = await server.get(back, { cookie });
	expect(late.head.location).toBe('/?refused=wrong');
});

test('whoever came once is known by who they are, and no longer by an address', async () => {
	const { server, service, begin } = await aTeamWithService();
	const come = async (claims: object) => {
		const { location, cookie } = await begin();
		return nameIn(server, await server.get(service.answer(location, claims), { cookie }));
	};
	expect(await come(SAID)).toBe('Ben');
	expect(await come({ sub: 'ben-1' })).toBe('Ben');
	// the address was given to somebody else
	expect(await come({ ...SAID, sub: 'ben-2' })).toBeUndefined();
});

test('the link of whoever came in by the service opens nothing; one that is made then does', async () => {
	const { server, service, begin, link, id } = await aTeamWithService();
	const begun = await server.challengeOf('join-begin', { token: new URL(link).hash.slice(1) });
	const come = async () => {
		const { location, cookie } = await begin();
		return nameIn(server, await server.get(service.answer(location, SAID), { cookie }));
	};
	expect(await come()).toBe('Ben');
	const made = aPasskey().make({ challenge: begun, origin: TEAM_ORIGIN });
	const late = await server.post('join', { token: new URL(link).hash.slice(1), made });
	expect(late).toMatchObject({ status: 410, cookie: '' });
	const later = server.team.accounts.renewLink(id);
	if (!later.ok) throw new Error(later.code);
	// it is for a passkey beside the service, so that coming in by the service leaves it
	expect(await come()).toBe('Ben');
	expect((await server.join(server.team.linkOf(later.value.token))).status).toBe(200);
});

test('whoever was removed is not let in by the service', async () => {
	const { server, service, begin, id } = await aTeamWithService();
	server.team.accounts.remove(id);
	const { location, cookie } = await begin();
	const back = await server.get(service.answer(location, SAID), { cookie });
	expect(back.head.location).toBe('/?refused=wrong');
});
