import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request as ask, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { createEditorCore } from '../../../src/editor/core/create-editor-core.ts';
import { ContentFolder } from '../../../src/editor/core/content/content-folder.ts';
import type { Invitation } from '../../../src/editor/core/contract/team.ts';
import { ArticlePreview } from '../../../src/editor/preview/preview-article.ts';
import { answerEditor } from '../../../src/editor/server/answer-editor.ts';
import { createCalls } from '../../../src/editor/server/create-calls.ts';
import { listenOnLoopback } from '../../../src/editor/server/listen-on-loopback.ts';
import { teamCalls } from '../../../src/editor/server/team-calls.ts';
import { teamDoor } from '../../../src/editor/server/team-door.ts';
import { openTeam } from '../../../src/editor/team/open-team.ts';
import type { SignInService } from '../../../src/editor/team/sign-in-service.ts';
import type { Team } from '../../../src/editor/team/team.ts';
import { copyGoodContent } from '../publisher/content-fixture.ts';
import { aPasskey, type TestPasskey } from './passkey.ts';

export const TEAM_ORIGIN = 'https://edit.handrail.example';

export interface Answered {
	readonly status: number | undefined;
	readonly head: IncomingMessage['headers'];
	readonly json: unknown;
	/** What the next question has to send, of what was set last. */
	readonly cookie: string;
}

interface Sent {
	readonly cookie?: string | undefined;
	readonly headers?: Readonly<Record<string, string>>;
}

/** Somebody who is signed in. */
export interface SignedIn {
	readonly id: string;
	readonly cookie: string;
	readonly passkey: TestPasskey;
}

/** A team's server over a repository of its own, asked as its proxy asks it. Its clock stands still. */
export async function aTeamServer(
	serviceOf: (team: Team) => SignInService | undefined = () => undefined
) {
	const folder = mkdtempSync(join(tmpdir(), 'handrail-team-'));
	const content = join(folder, 'content');
	copyGoodContent(content);
	const git = (...args: readonly string[]): string =>
		execFileSync('git', ['-C', content, ...args], { encoding: 'utf8' });
	git('init', '--quiet', '--initial-branch=main');
	git('add', '.');
	const somebody = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.org'];
	git(...somebody, 'commit', '--quiet', '--message', 'Begin');

	const clock = { at: new Date('2026-11-24T15:00:00Z') };
	const now = (): Date => clock.at;
	const state = join(folder, 'state');
	const team = openTeam({ content, state, origin: TEAM_ORIGIN, now });
	const core = await createEditorCore({
		...{ content, state, published: join(folder, 'published'), now, quietMs: 1 },
		host: new URL(TEAM_ORIGIN).hostname,
		team
	});
	const sources = new ContentFolder(content);
	const preview = new ArticlePreview(() => sources.sources());
	const calls = createCalls({ core, preview, editor: {}, team });
	const listening = await listenOnLoopback(0);
	const door = teamDoor(team, { proxyHops: 1, now, service: serviceOf(team) });
	const own = teamCalls(calls, team, now);
	listening.answer(answerEditor({ origin: TEAM_ORIGIN, door, files: new Map(), calls: own }));
	onTestFinished(async () => {
		listening.close();
		await core.close();
		rmSync(folder, { recursive: true, force: true });
	});

	const send = (method: string, path: string, body: string | undefined, sent: Sent) =>
		new Promise<Answered>((resolve, reject) => {
			const headers = {
				...{ host: new URL(TEAM_ORIGIN).host, 'x-forwarded-for': '203.0.113.7' },
				...(method === 'POST' && { origin: TEAM_ORIGIN, 'content-type': 'application/json' }),
				...(sent.cookie !== undefined && { cookie: sent.cookie }),
				...sent.headers
			};
			const request = ask(
				{ host: '127.0.0.1', port: listening.port, method, path, headers },
				(response) => {
					text(response).then((said) => {
						const cookies = response.headers['set-cookie'] ?? [];
						const cookie = cookies.map((it) => it.split(';')[0]).join('; ');
						const json: unknown = said === '' ? undefined : JSON.parse(said);
						resolve({ status: response.statusCode, head: response.headers, json, cookie });
					}, reject);
				}
			);
			request.on('error', reject);
			request.end(body);
		});
	const post = (name: string, input: unknown, sent: Sent = {}): Promise<Answered> =>
		send('POST', `/api/${name}`, JSON.stringify(input), sent);
	const get = (path: string, sent: Sent = {}): Promise<Answered> =>
		send('GET', path, undefined, sent);

	const challengeOf = async (name: string, input: unknown): Promise<string> => {
		const { json } = await post(name, input);
		return (json as { readonly challenge: string }).challenge;
	};
	/** By a link, as `/join` does it. */
	const join_ = async (link: string, self?: object, passkey = aPasskey()): Promise<Answered> => {
		const token = new URL(link).hash.slice(1);
		const challenge = await challengeOf('join-begin', { token });
		const made = passkey.make({ challenge, origin: TEAM_ORIGIN });
		return post('join', { token, made, ...(self && { self }) });
	};
	const signIn = async (passkey: TestPasskey, sent: Sent = {}): Promise<Answered> => {
		const challenge = await challengeOf('sign-in-begin', {});
		return post('sign-in', { proof: passkey.sign({ challenge, origin: TEAM_ORIGIN }) }, sent);
	};
	/** Invited, and in. */
	const person = async (
		invitation: Partial<Invitation> & { readonly name: string }
	): Promise<SignedIn> => {
		const { name } = invitation;
		const email = `${name.toLowerCase()}@example.org`;
		const whole = { email, title: 'editor', roles: [], isOwner: false, ...invitation };
		const invited = team.accounts.invite(whole);
		if (!invited.ok) throw new Error(invited.code);
		const passkey = aPasskey();
		const { cookie } = await join_(team.linkOf(invited.value.token), undefined, passkey);
		return { id: invited.value.account.id, cookie, passkey };
	};
	return {
		...{ team, core, clock, git, post, get, signIn, person, challengeOf, join: join_ },
		peopleFile: () => readFileSync(join(state, 'people.json'), 'utf8')
	};
}
