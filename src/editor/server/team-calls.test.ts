import { expect, test } from 'vitest';
import { CALL_INPUTS, MALLORY } from '#tests/support/editor/call-inputs.ts';
import { aPasskey } from '#tests/support/editor/passkey.ts';
import { aTeamServer, TEAM_ORIGIN } from '#tests/support/editor/team-server.ts';
import { ROLES, type Role } from '../core/contract/team.ts';
import type { ApprovalState } from '../core/contract/approvals.ts';
import type { ContestedText } from '../core/contract/drafts.ts';
import type { EditorCore } from '../core/contract.ts';
import { ArticlePreview } from '../preview/preview-article.ts';
import { CALLS_OF_ROLES } from './calls-of-roles.ts';
import { createCalls, type EditorCalls } from './create-calls.ts';

const GUIDE = 'guides/bus-stop/en.md';
const SPANISH = 'guides/front-door/es.md';
const edit = { type: 'replace-text', span: { from: 0, to: 0 }, text: '' };

/** Who may, said once more and by hand: `r` is whoever has no role. */
const ALLOWED: Readonly<Record<keyof EditorCalls, string>> = {
	who: 'r editor approver translator owner',
	texts: 'r editor approver translator owner',
	open: 'r editor approver translator owner',
	check: 'r editor approver translator owner',
	'check-all': 'r editor approver translator owner',
	facts: 'r editor approver translator owner',
	drafts: 'r editor approver translator owner',
	contested: 'r editor approver translator owner',
	'plan-push': 'r editor approver translator owner',
	'fact-choices': 'r editor approver translator owner',
	behind: 'r editor approver translator owner',
	translation: 'r editor approver translator owner',
	approvals: 'r editor approver translator owner',
	dashboard: 'r editor approver translator owner',
	'make-edition': 'r editor approver translator owner',
	people: 'r editor approver translator owner',
	log: 'r editor approver translator owner',
	keep: 'editor',
	undo: 'editor',
	redo: 'editor',
	settle: 'editor',
	translate: 'editor translator',
	'set-checked': 'approver translator',
	create: 'editor',
	'create-fact': 'editor',
	'drop-draft': 'editor',
	approve: 'approver',
	'register-passkey': 'approver',
	'start-draft': 'editor approver translator',
	commit: 'editor approver translator',
	push: 'editor approver translator',
	invite: 'owner',
	'renew-link': 'owner',
	'change-person': 'owner',
	'remove-person': 'owner'
};

test('each call is made for whoever may, and refused to everybody else', async () => {
	const server = await aTeamServer();
	const calls = Object.keys(CALLS_OF_ROLES).sort();
	expect(Object.keys(CALL_INPUTS).sort()).toEqual(calls);
	const people = new Map([
		['r', await server.person({ name: 'Reader' })],
		['owner', await server.person({ name: 'Owner', isOwner: true })]
	]);
	for (const role of ROLES) people.set(role, await server.person({ name: role, roles: [role] }));
	for (const [name, input] of Object.entries(CALL_INPUTS)) {
		expect((await server.post(name, input)).status, name).toBe(401);
		const may: string[] = [];
		for (const [role, { cookie }] of people) {
			const { status, json } = await server.post(name, input, { cookie });
			if (status === 403) expect(json, name).toEqual({ problem: 'wrong-role' });
			// a draft that is not there is a refusal of the core, or none: the call was made
			else may.push(role);
		}
		expect(may.sort(), name).toEqual(ALLOWED[name as keyof EditorCalls].split(' ').sort());
	}
}, 60_000);

test('no call passes on a name that was sent in the place of who is signed in', async () => {
	const passed: unknown[] = [];
	const core = new Proxy({} as EditorCore, {
		get:
			() =>
			(...args: unknown[]) => (passed.push(args), Promise.resolve({ state: 'refused' }))
	});
	const calls = createCalls({ core, preview: new ArticlePreview(() => []), editor: {} });
	const editor = { name: 'Ana', email: 'ana@example.org', role: 'teacher' };
	const passkeys = [{ name: 'Ana', credential: 'QW5h', publicKey: 'QW5h' }];
	const asking = { id: 'a', editor, roles: [...ROLES] as Role[], isOwner: true, passkeys };
	for (const [name, call] of Object.entries(calls)) {
		const input = CALL_INPUTS[name as keyof EditorCalls];
		await (call as (input: unknown, who: typeof asking) => Promise<unknown>)(input, asking).catch(
			(error: unknown) => expect(error).toMatchObject({ refusal: 'not-found' })
		);
	}
	expect(passed.length).toBeGreaterThan(20);
	const said = JSON.stringify(passed);
	expect(said).not.toMatch(/mallory|TWFsbG9yeQ|lawyer/i);
	expect(said).toContain('"by":"Ana"');
});

async function aDraftWithAnEdit() {
	const server = await aTeamServer();
	const ana = await server.person({ name: 'Ana', roles: ['editor', 'approver'] });
	const { json } = await server.post('start-draft', { title: 'Bus', by: MALLORY }, ana);
	const { id: draft } = json as { readonly id: string };
	const step = { type: 'set-item', item: 'do.3', source: 'Step on. {practice}' };
	const kept = { draft, path: GUIDE, revision: 0, edit: step, by: 'Mallory' };
	expect((await server.post('keep', kept, ana)).json).toMatchObject({
		kept: { state: 'kept', file: { by: 'Ana', revision: 1 } }
	});
	return { server, ana, draft };
}
const approval = (draft: string, revision: number) => ({
	...{ draft, path: GUIDE, revision, name: 'Mallory', role: 'lawyer' }
});

test('who wrote a text cannot approve it, whatever name they send; two others can, once each', async () => {
	const { server, ana, draft } = await aDraftWithAnEdit();
	const ben = await server.person({ name: 'Ben', title: 'lawyer', roles: ['approver'] });
	const cem = await server.person({ name: 'Cem', roles: ['approver', 'translator'] });
	const approve = (who: { readonly cookie: string }, revision: number) =>
		server.post('approve', approval(draft, revision), who);
	expect((await approve(ana, 1)).json).toEqual({ ok: false, code: 'last-author' });
	expect((await approve(ben, 1)).json).toMatchObject({ ok: true, value: { state: 'kept' } });
	expect((await approve(ben, 2)).json).toEqual({ ok: false, code: 'approved-already' });
	expect((await approve(cem, 2)).json).toMatchObject({ ok: true, value: { state: 'kept' } });
	const { json } = await server.post('approvals', { path: GUIDE, draft }, ana);
	const { rows, missing } = json as ApprovalState;
	expect(rows.map(({ name, role }) => [name, role])).toEqual([
		['Ben', 'lawyer'],
		['Cem', 'editor']
	]);
	expect(missing).toBe(0);

	// whoever saves the version did not write it for that: Git knows who did
	await server.post('commit', { draft, message: 'Say to step on', by: MALLORY }, ben);
	expect(server.git('log', '-1', '--format=%an %ae %cn %s', 'draft/bus').trim()).toBe(
		'Ana ana@example.org Ben Say to step on'
	);
	expect(server.git('branch', '--show-current').trim()).toBe('main');
	expect((await server.team.log.entries()).slice(0, 4).map(({ who, what }) => [who, what])).toEqual(
		[
			['Ben', 'saved a version of bus'],
			['Cem', `approved ${GUIDE} in bus`],
			['Ben', `approved ${GUIDE} in bus`],
			['Cem', 'came in by a link and made a passkey']
		]
	);
});

test('an approval is proved by the passkey of the session, and by none that is sent', async () => {
	const { server, draft } = await aDraftWithAnEdit();
	const ben = await server.person({ name: 'Ben', roles: ['approver'] });
	const other = aPasskey();
	const key = { name: 'Ana', credential: other.credential, publicKey: 'QW5h' };
	await server.post('register-passkey', { draft, key, by: MALLORY }, ben);
	const { json } = await server.post('approvals', { path: GUIDE, draft }, ben);
	const challenge = Buffer.from((json as ApprovalState).hash, 'hex').toString('base64url');
	const asked = { challenge, origin: TEAM_ORIGIN };
	const approve = (proof: unknown) => server.post('approve', { ...approval(draft, 1), proof }, ben);
	expect((await approve(other.sign(asked))).json).toEqual({ ok: false, code: 'unknown-key' });
	expect((await approve(ben.passkey.sign(asked))).json).toMatchObject({ ok: true });
	const after = await server.post('approvals', { path: GUIDE, draft }, ben);
	expect(after.json).toMatchObject({ rows: [{ name: 'Ben', proof: 'proved' }], missing: 1 });
});

test('each passkey of an account proves its approvals, also one that was made later', async () => {
	const { server, draft } = await aDraftWithAnEdit();
	const ben = await server.person({ name: 'Ben', roles: ['approver'] });
	const enter = () => server.post('register-passkey', { draft, by: MALLORY }, ben);
	expect((await enter()).json).toMatchObject({ ok: true });
	expect((await enter()).json).toEqual({ ok: false, code: 'known-key' });
	const link = server.team.accounts.renewLink(ben.id);
	await server.join(server.team.linkOf(link.ok ? link.value.token : ''), undefined, aPasskey());
	expect((await enter()).json).toMatchObject({ ok: true });
	const approvers = (await server.core.draftTexts(draft)).get('approvers.json') ?? '';
	expect(JSON.parse(approvers)).toMatchObject({ people: [{ name: 'Ben', keys: [{}, {}] }] });
});

test('who is refused again and again fills no log', async () => {
	const server = await aTeamServer();
	const ana = await server.person({ name: 'Ana' });
	for (let tries = 0; tries < 20; tries += 1) {
		expect((await server.post('push', { draft: 'd' }, ana)).status).toBe(403);
	}
	const told = (await server.team.log.entries()).filter(({ what }) => what.includes('refused'));
	expect(told).toHaveLength(10);
});

test('the log tells of nothing that was not done', async () => {
	const { server, ana, draft } = await aDraftWithAnEdit();
	const { form } = CALL_INPUTS.create as { readonly form: object };
	const taken = { draft, form: { ...form, slug: 'bus-stop' }, by: MALLORY };
	expect((await server.post('create', taken, ana)).json).toEqual({ paths: [], diagnostics: [] });
	expect((await server.post('push', { draft }, ana)).json).toEqual({ state: 'no-remote' });
	expect((await server.post('approve', approval(draft, 1), ana)).json).toMatchObject({ ok: false });
	expect((await server.team.log.entries())[0]?.what).toBe('began the draft "Bus"');
});

test('nobody types an approval or a check of somebody else into a text', async () => {
	const { server, ana, draft } = await aDraftWithAnEdit();
	const { hash } = (await server.core.approvals(GUIDE, draft)) ?? { hash: '' };
	const approvedBy = [{ name: 'Ben', role: 'lawyer', on: '2026-11-24', hash }];
	const keep = (
		path: string,
		fields: readonly (readonly [string[], unknown])[],
		revision: number
	) => {
		const edits = fields.map(([at, value]) => ({ type: 'set-field', path: at, value }));
		const kept = { draft, path, revision, edit: { type: 'all', edits }, by: 'Ana' };
		return server.post('keep', kept, ana);
	};
	const refused = { kept: { state: 'refused', reason: 'attested' } };
	expect((await keep(GUIDE, [[['approvedBy'], approvedBy]], 1)).json).toEqual(refused);
	for (const name of ['by', 'checkedBy']) {
		const field = [['translation', name], 'Ben'] as const;
		expect((await keep(SPANISH, [[[...field[0]], field[1]]], 0)).json, name).toEqual(refused);
	}
	// what was so before stays so
	expect((await keep(GUIDE, [[['title'], 'You wait']], 1)).json).toMatchObject({
		kept: { state: 'kept' }
	});
});

test('of two who write the same text the second is told who was first, and nothing is lost', async () => {
	const { server, draft } = await aDraftWithAnEdit();
	const ben = await server.person({ name: 'Ben', roles: ['editor'] });
	const late = { type: 'set-item', item: 'do.3', source: 'Wait. {practice}' };
	const kept = { draft, path: GUIDE, revision: 0, edit: late, by: 'Ana' };
	const { json } = await server.post('keep', kept, ben);
	expect(json).toMatchObject({
		kept: {
			state: 'conflict',
			theirs: { by: 'Ana', text: expect.stringContaining('Step on.') as string },
			yours: expect.stringContaining('Wait.') as string
		}
	});
});

test('of two drafts of one text the second version is not written over what came first', async () => {
	const { server, ana, draft } = await aDraftWithAnEdit();
	const ben = await server.person({ name: 'Ben', roles: ['editor'] });
	const { json } = await server.post('start-draft', { title: 'Other', by: MALLORY }, ben);
	const other = (json as { readonly id: string }).id;
	const late = { type: 'set-item', item: 'do.3', source: 'Wait. {practice}' };
	await server.post('keep', { draft: other, path: GUIDE, revision: 0, edit: late, by: 'x' }, ben);
	await server.post('commit', { draft, message: 'One', by: MALLORY }, ana);
	// whoever runs the server takes the first one over
	server.git('merge', '--quiet', 'draft/bus');
	const second = await server.post('commit', { draft: other, message: 'Two', by: MALLORY }, ben);
	expect(second.json).toMatchObject({ state: 'conflict', by: 'Ana', paths: [GUIDE] });

	const contested = async () => {
		const { json: found } = await server.post('contested', { draft: other }, ben);
		return (found as readonly ContestedText[])[0];
	};
	const { path, revision = 0, by, theirs = '', pieces = [] } = (await contested()) ?? {};
	expect([path, by]).toEqual([GUIDE, 'Ana']);
	const choices = pieces.flatMap((it) => ('text' in it ? [] : ['yours']));
	const asked = { draft: other, path: GUIDE, revision, theirs, choices, by: 'x' };
	const settle = (more: object) => server.post('settle', { ...asked, ...more }, ben);
	expect((await settle({ theirs: '0'.repeat(64) })).json).toEqual({ state: 'overtaken' });
	expect((await settle({ revision: 0 })).json).toEqual({ state: 'overtaken' });
	expect((await settle({})).json).toEqual({ state: 'settled' });
	expect(await contested()).toBeUndefined();
	const third = await server.post('commit', { draft: other, message: 'Two', by: MALLORY }, ben);
	expect(third.json).toMatchObject({ state: 'committed' });
	const text = server.git('show', `draft/other:${GUIDE}`);
	expect(text).toContain('3. Wait. {practice}');
	expect(text).not.toContain('Step on.');
});

test('a translator writes translations, and no English by another way', async () => {
	const server = await aTeamServer();
	const tia = await server.person({ name: 'Tia', roles: ['translator'] });
	const { json } = await server.post('start-draft', { title: 'Door', by: MALLORY }, tia);
	const { id: draft } = json as { readonly id: string };
	const keep = (path: string) =>
		server.post('keep', { draft, path, revision: 0, edit, by: 'x' }, tia);
	expect((await keep(SPANISH)).status).toBe(200);
	for (const path of [GUIDE, 'sources/door-page.yaml', 'changes/x/en.yaml']) {
		expect((await keep(path)).status, path).toBe(403);
	}
});
