import { spawn } from 'node:child_process';
import type { PushPlan, PushResult } from '../contract/drafts.ts';

/** How long a remote may take. */
const PUSH_MS = 60_000;
const MOST_SAID = 2000;

interface Ran {
	/** Absent: there is no Git program. */
	readonly status?: number | null;
	readonly out: string;
	readonly said: string;
}

/** The Git program, which knows the remote's keys and passwords. It asks nothing, and speaks English. */
function git(dir: string, ...args: readonly string[]): Promise<Ran> {
	return new Promise((settle) => {
		const ran = spawn('git', args, {
			cwd: dir,
			env: {
				...process.env,
				...{ GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
				GIT_SSH_COMMAND: process.env['GIT_SSH_COMMAND'] ?? 'ssh -o BatchMode=yes'
			},
			timeout: PUSH_MS,
			stdio: ['ignore', 'pipe', 'pipe']
		});
		let [out, said] = ['', ''];
		ran.stdout.on('data', (part: Buffer) => (out += part.toString('utf8')));
		ran.stderr.on('data', (part: Buffer) => {
			said = (said + part.toString('utf8')).slice(-MOST_SAID);
		});
		ran.on('error', () => settle({ out, said }));
		ran.on('close', (status) => settle({ status, out, said }));
	});
}

interface Branch {
	readonly dir: string;
	readonly remote: string;
	readonly url: string;
	readonly branch: string;
}

const SEPARATOR = '\u001F';

/** What would be sent: the commits that the remote was not seen to have. */
export async function planPush({ dir, remote, url, branch }: Branch): Promise<PushPlan> {
	const format = `--format=%an${SEPARATOR}%s`;
	const log = await git(dir, 'log', format, branch, '--not', `--remotes=${remote}`, '--');
	if (log.status === undefined) return { state: 'no-git' };
	// the branch begins with the first version
	if (log.status !== 0) return { state: 'nothing' };
	const commits = log.out
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => {
			const [by = '', what = ''] = line.split(SEPARATOR);
			return { by, what };
		});
	if (commits.length === 0) return { state: 'nothing' };
	return { state: 'ready', remote, url: withoutSecrets(url), branch, commits };
}

/** Sends a branch, and never over what is there. */
export async function pushBranch({
	dir,
	remote,
	branch
}: Omit<Branch, 'url'>): Promise<PushResult> {
	const pushed = await git(dir, 'push', '--', remote, `${branch}:${branch}`);
	if (pushed.status === undefined) return { state: 'no-git' };
	if (pushed.status === 0) return { state: 'pushed', remote };
	const said = withoutSecrets(pushed.said.trim());
	return { state: 'failed', reason: reasonOf(pushed), said };
}

type Reason = Extract<PushResult, { state: 'failed' }>['reason'];

const REASONS: readonly (readonly [RegExp, Reason])[] = [
	[/\[rejected\]|non-fast-forward|fetch first/i, 'remote-ahead'],
	[
		/authentication failed|could not read (username|password)|permission denied|access denied|\b40[13]\b/i,
		'not-allowed'
	],
	[/host key verification/i, 'not-allowed'],
	[
		/could not resolve|unable to access|could not connect|connection (refused|timed out)|does not appear to be a git repository|could not read from remote/i,
		'unreachable'
	]
];

function reasonOf({ status, said }: Ran): Reason {
	// it was ended, because it took too long
	if (status === null) return 'unreachable';
	return REASONS.find(([words]) => words.test(said))?.[1] ?? 'other';
}

/** An address may have a password or a token in it, which no screen needs. */
const withoutSecrets = (text: string): string => text.replaceAll(/(\w+:\/\/)[^\s/@]+@/g, '$1');
