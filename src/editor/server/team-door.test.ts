import { expect, test } from 'vitest';
import { aPasskey } from '#tests/support/editor/passkey.ts';
import { aTeamServer, TEAM_ORIGIN as origin } from '#tests/support/editor/team-server.ts';

const HOURS = 60 * 60 * 1000;
const ANA = { name: 'Ana López', email: 'ana@example.org', title: 'teacher' };
const problem = (code: string): unknown => ({ problem: code });

test('who runs the server lets the first one in, by a link that works once', async () => {
	const server = await aTeamServer();
	const link = server.team.newOwnerLink();
	const passkey = aPasskey();
	const came = await server.join(link, ANA, passkey);
	expect(came.status).toBe(200);
	expect(came.head['set-cookie']).toEqual([
		expect.stringMatching(
			/^__Host-handrail-editor=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/
		)
	]);
	const { json } = await server.post('who', {}, came);
	expect(json).toMatchObject({
		editor: { name: 'Ana López', email: 'ana@example.org', role: 'teacher' },
		member: { isOwner: true, roles: ['editor', 'approver', 'translator'], hasPasskey: true }
	});
	const token = new URL(link).hash.slice(1);
	expect(await server.post('join-begin', { token })).toMatchObject({
		...{ status: 410, json: problem('used-link') }
	});
	expect((await server.signIn(passkey)).status).toBe(200);
});

test('a link that somebody took first opens nothing for the next, and the log tells it', async () => {
	const server = await aTeamServer();
	const owner = await server.person({ name: 'Ana', isOwner: true });
	const invitation = { ...ANA, name: 'Ben', roles: ['approver'], isOwner: false };
	const { json } = await server.post('invite', invitation, owner);
	const { link } = json as { readonly link: string };
	const token = new URL(link).hash.slice(1);
	const challenge = await server.challengeOf('join-begin', { token });
	const late = aPasskey().make({ challenge, origin });
	expect((await server.join(link)).status).toBe(200);
	const second = await server.post('join', { token, made: late });
	expect(second).toMatchObject({ status: 410, json: problem('used-link'), cookie: '' });
	expect((await server.team.log.entries()).map(({ who, what }) => `${who} ${what}`)).toEqual([
		'Ben came in by a link and made a passkey',
		'Ana invited Ben (approver)',
		'Ana came in by a link and made a passkey'
	]);
	expect(server.peopleFile()).not.toContain(token);
});

/** Somebody who has been invited and not come, and an owner. */
async function anInvitation() {
	const server = await aTeamServer();
	const owner = await server.person({ name: 'Ana', isOwner: true });
	const invitation = { ...ANA, name: 'Ben', roles: ['translator'], isOwner: false };
	const { json } = await server.post('invite', invitation, owner);
	const made = json as { readonly link: string; readonly person: { readonly id: string } };
	return { server, owner, link: made.link, id: made.person.id };
}

test.each([
	['other rights', 'change-person', { roles: ['approver'], isOwner: false }],
	['a newer link', 'renew-link', {}],
	['removal', 'remove-person', {}]
] as const)('a link is void after %s, also for who has opened it', async (_, name, more) => {
	const { server, owner, link, id } = await anInvitation();
	const token = new URL(link).hash.slice(1);
	const challenge = await server.challengeOf('join-begin', { token });
	await server.post(name, { id, ...more }, owner);
	const made = aPasskey().make({ challenge, origin });
	expect(await server.post('join', { token, made })).toMatchObject({ status: 410, cookie: '' });
	expect((await server.post('join-begin', { token })).status).toBe(410);
});

test('whoever changes rights is told that a link waited', async () => {
	const { server, owner, id } = await anInvitation();
	const change = (role: string) =>
		server.post('change-person', { id, roles: [role], isOwner: false }, owner);
	expect((await change('approver')).json).toEqual({ state: 'changed', voidsLink: true });
	expect((await change('editor')).json).toEqual({ state: 'changed' });
});

test('the link of who runs the server is void once an owner comes in', async () => {
	const server = await aTeamServer();
	const owner = await server.person({ name: 'Ana', isOwner: true });
	const link = server.team.newOwnerLink();
	await server.person({ name: 'Ben' });
	const token = new URL(link).hash.slice(1);
	expect((await server.post('join-begin', { token })).status).toBe(200);
	await server.signIn(owner.passkey);
	expect((await server.post('join-begin', { token })).status).toBe(410);
});

test('a link ends after two days', async () => {
	const server = await aTeamServer();
	const link = server.team.newOwnerLink();
	server.clock.at = new Date(server.clock.at.getTime() + 48 * HOURS);
	const token = new URL(link).hash.slice(1);
	expect((await server.post('join-begin', { token })).status).toBe(410);
});

test('a passkey signs in; what it answered is good once', async () => {
	const server = await aTeamServer();
	const { passkey } = await server.person({ name: 'Ana' });
	const challenge = await server.challengeOf('sign-in-begin', {});
	const proof = passkey.sign({ challenge, origin });
	expect((await server.post('sign-in', { proof })).status).toBe(200);
	const again = await server.post('sign-in', { proof });
	expect(again).toMatchObject({ status: 401, json: problem('wrong'), cookie: '' });
});

test.each([
	['another page', { origin: 'https://evil.example' }],
	['a page of the same host by another port', { origin: `${origin}:444` }],
	['another host of the authenticator', { host: 'evil.example' }],
	['a person who was not verified', { flags: 0b001 }],
	['an answer to something else', { type: 'webauthn.create' }],
	['the key of somebody else', { isOther: true }],
	['a challenge that nobody was asked', { challenge: 'x'.repeat(43) }]
] as const)('%s opens nothing', async (_, changes) => {
	const server = await aTeamServer();
	const { passkey } = await server.person({ name: 'Ana' });
	const challenge = await server.challengeOf('sign-in-begin', {});
	const signed = passkey.sign({ challenge, origin, ...changes });
	const other = aPasskey().sign({ challenge, origin });
	const proof = 'isOther' in changes ? { ...other, credential: passkey.credential } : signed;
	const answer = await server.post('sign-in', { proof });
	expect(answer).toMatchObject({ status: 401, json: problem('wrong'), cookie: '' });
});

test('a challenge of minutes ago is none, nor is one for a link', async () => {
	const server = await aTeamServer();
	const { passkey } = await server.person({ name: 'Ana' });
	const old = await server.challengeOf('sign-in-begin', {});
	server.clock.at = new Date(server.clock.at.getTime() + HOURS / 10);
	const token = new URL(server.team.newOwnerLink()).hash.slice(1);
	const ofLink = await server.challengeOf('join-begin', { token });
	for (const challenge of [old, ofLink]) {
		const proof = passkey.sign({ challenge, origin });
		expect((await server.post('sign-in', { proof })).status).toBe(401);
	}
});

test.each([
	['another page', { origin: 'https://evil.example' }],
	['another host of the authenticator', { host: 'evil.example' }],
	['a person who was not verified', { flags: 0b001 }],
	['an answer to something else', { type: 'webauthn.get' }]
])('a passkey that was made for %s joins nobody, and the link still waits', async (_, changes) => {
	const server = await aTeamServer();
	const link = server.team.newOwnerLink();
	const token = new URL(link).hash.slice(1);
	const challenge = await server.challengeOf('join-begin', { token });
	const made = aPasskey().make({ challenge, origin, ...changes });
	expect((await server.post('join', { token, made, self: ANA })).status).toBe(401);
	expect((await server.join(link, ANA)).status).toBe(200);
});

test('wrong tries from one address are looked at ten times a minute', async () => {
	const server = await aTeamServer();
	const { passkey } = await server.person({ name: 'Ana' });
	const headers = { 'x-forwarded-for': '10.0.0.1, 198.51.100.9' };
	const stranger = aPasskey();
	for (let tries = 0; tries < 10; tries += 1) {
		expect((await server.signIn(stranger, { headers })).status).toBe(401);
	}
	const refused = await server.signIn(passkey, { headers });
	expect(refused).toMatchObject({ status: 429, json: problem('too-many') });
	expect(Number(refused.head['retry-after'])).toBeGreaterThan(0);
	// the last address is the proxy's word; what stands before it, anybody can write
	const lie = { 'x-forwarded-for': '10.9.9.9, 198.51.100.9' };
	expect((await server.signIn(passkey, { headers: lie })).status).toBe(429);
	expect((await server.signIn(passkey)).status).toBe(200);
});

test('strangers ask sixty times a minute, whatever they ask', async () => {
	const server = await aTeamServer();
	const asked: (number | undefined)[] = [];
	for (let tries = 0; tries < 61; tries += 1) {
		asked.push((await server.post('sign-in-begin', {})).status);
	}
	expect([new Set(asked.slice(0, 60)), asked.at(-1)]).toEqual([new Set([200]), 429]);
});

test('a session ends when nobody uses it, and after a working day', async () => {
	const server = await aTeamServer();
	const idle = await server.person({ name: 'Ana' });
	const busy = await server.person({ name: 'Ben' });
	const start = server.clock.at.getTime();
	for (let hour = 1; hour < 12; hour += 1) {
		server.clock.at = new Date(start + hour * HOURS);
		expect((await server.post('who', {}, busy)).status).toBe(200);
	}
	expect((await server.post('who', {}, idle)).status).toBe(401);
	server.clock.at = new Date(start + 12 * HOURS);
	expect((await server.post('who', {}, busy)).status).toBe(401);
});

test('signing out ends all tabs of a browser; everywhere, those of all browsers', async () => {
	const server = await aTeamServer();
	const { cookie, passkey } = await server.person({ name: 'Ana' });
	const second = await server.signIn(passkey);
	const third = await server.signIn(passkey);
	const out = await server.post('sign-out', { everywhere: false }, { cookie });
	expect(out.head['set-cookie']?.[0]).toMatch(/^__Host-handrail-editor=; Max-Age=0;/);
	expect((await server.post('who', {}, { cookie })).status).toBe(401);
	expect((await server.post('who', {}, second)).status).toBe(200);
	await server.post('sign-out', { everywhere: true }, second);
	expect((await server.post('who', {}, third)).status).toBe(401);
});

test('a browser that signs in anew has one session: the one before it is void', async () => {
	const server = await aTeamServer();
	const ana = await server.person({ name: 'Ana' });
	const challenge = await server.challengeOf('sign-in-begin', {});
	const proof = ana.passkey.sign({ challenge, origin });
	expect((await server.post('sign-in', { proof }, ana)).status).toBe(200);
	expect((await server.post('who', {}, ana)).status).toBe(401);
});

test.each([
	['a page elsewhere', { origin: 'https://evil.example' }, 403],
	['no origin', { origin: '' }, 403],
	['the same host without TLS', { origin: 'http://edit.handrail.example' }, 403],
	['a name that points here', { host: 'evil.example' }, 421],
	['this machine itself', { host: 'localhost:4180' }, 421],
	['a form', { 'content-type': 'text/plain' }, 415]
])('%s asks in vain, with a cookie and at the sign-in', async (_, headers, status) => {
	const server = await aTeamServer();
	const { cookie } = await server.person({ name: 'Ana', roles: ['editor'] });
	expect((await server.post('who', {}, { cookie, headers })).status).toBe(status);
	expect((await server.post('sign-in-begin', {}, { headers })).status).toBe(status);
});

test('whoever is removed is out at once, and a role that is taken is gone at once', async () => {
	const server = await aTeamServer();
	const owner = await server.person({ name: 'Ana', isOwner: true });
	const ben = await server.person({ name: 'Ben', roles: ['editor'] });
	const start = (title: string) =>
		server.post('start-draft', { title, by: { name: 'x', email: 'x', role: 'x' } }, ben);
	expect((await start('One')).status).toBe(200);
	await server.post('change-person', { id: ben.id, roles: [], isOwner: false }, owner);
	expect((await start('Two')).status).toBe(403);
	await server.post('remove-person', { id: ben.id }, owner);
	expect((await start('Three')).status).toBe(401);
	expect((await server.signIn(ben.passkey)).status).toBe(401);
	// nobody could let in anybody any more
	const last = await server.post('remove-person', { id: owner.id }, owner);
	expect(last.json).toEqual({ state: 'refused', reason: 'last-owner' });
});
