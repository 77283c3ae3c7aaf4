import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { join, relative, resolve } from 'node:path';
import git, { type TreeEntry } from 'isomorphic-git';
import { workTreeAround } from '../../../compiler/base/work-tree.ts';
import { writeWhole } from '../../../compiler/base/write-whole.ts';
import type { CommitResult, Editor, PushResult } from '../contract/drafts.ts';

/** One text that is committed. Paths are below the content folder. */
export interface Committed {
	readonly path: string;
	readonly text: string;
	/** What the branch should have of it; `null`: nothing. */
	readonly before: string | null;
}

export interface CommitRequest {
	readonly branch: string;
	readonly message: string;
	readonly by: Editor;
	readonly at: Date;
	readonly texts: readonly Committed[];
}

/** How long a remote may take. */
const PUSH_MS = 60_000;

/**
 * The repository around a content folder, written without a Git program. Commits go to branches of
 * drafts by their objects alone; the folder follows where it stands on that branch, or where the branch
 * begins, and is left alone where somebody works on something else in it.
 */
export class Repository {
	readonly #content: string;
	/** Absent: the content lies in no repository. */
	readonly #at: Around | undefined;

	constructor(content: string) {
		this.#content = resolve(content);
		this.#at = repositoryAround(this.#content);
	}

	async commit({ branch, message, by, at: when, texts }: CommitRequest): Promise<CommitResult> {
		const at = this.#at;
		if (!at) return { state: 'no-repository' };
		if (texts.length === 0) return { state: 'nothing-changed' };
		const ref = `refs/heads/${branch}`;
		const own = await tryTo(() => git.resolveRef({ ...gitOf(at), ref }));
		const parent = own ?? (await headOf(at));
		if (own !== undefined) {
			const others = await this.#changedByOthers(at, own, texts);
			if (others) return others;
		}
		const files = new Map(texts.map(({ path, text }) => [this.#inTree(at, path), text]));
		const base = parent === undefined ? undefined : await treeOf(at, parent);
		const tree = await writeTree(at, base, files);
		const person = { name: by.name, email: by.email, timestamp: Math.floor(when.getTime() / 1000) };
		const commit = await git.commit({
			...gitOf(at),
			ref,
			message,
			tree,
			parent: parent === undefined ? [] : [parent],
			author: { ...person, timezoneOffset: 0 }
		});
		const isInFolder = await this.#follow(at, ref, parent, texts, [...files.keys()]);
		return { state: 'committed', branch, commit, paths: texts.map(({ path }) => path), isInFolder };
	}

	/** By the Git program, which knows the remote's keys and passwords. Asks nothing. */
	async push(branch: string): Promise<PushResult> {
		const at = this.#at;
		const [remote] = at ? await git.listRemotes(gitOf(at)) : [];
		if (!at || !remote) return { state: 'no-remote' };
		return new Promise((settle) => {
			const process_ = spawn('git', ['push', '--', remote.remote, `${branch}:${branch}`], {
				cwd: at.dir,
				env: { ...process.env, GIT_TERMINAL_PROMPT: '0' },
				timeout: PUSH_MS,
				stdio: ['ignore', 'ignore', 'pipe']
			});
			let said = '';
			process_.stderr.on('data', (part: Buffer) => {
				said = (said + part.toString('utf8')).slice(-2000);
			});
			process_.on('error', () => settle({ state: 'no-git' }));
			process_.on('close', (status) => {
				if (status === 0) settle({ state: 'pushed', remote: remote.remote });
				else settle({ state: 'failed', said: said.trim() });
			});
		});
	}

	/** A branch that is not as this draft left it: somebody else has committed to it. */
	async #changedByOthers(
		at: Around,
		tip: string,
		texts: readonly Committed[]
	): Promise<CommitResult | undefined> {
		const paths: string[] = [];
		for (const { path, text, before } of texts) {
			const there = (await this.#textAt(at, tip, path)) ?? null;
			if (there !== before && there !== text) paths.push(path);
		}
		if (paths.length === 0) return undefined;
		const { commit } = await git.readCommit({ ...gitOf(at), oid: tip });
		return { state: 'conflict', by: commit.author.name, paths };
	}

	/** The path of a text below the working tree, as Git writes it. */
	#inTree = ({ dir }: Around, path: string): string =>
		relative(dir, join(this.#content, path)).replaceAll('\\', '/');

	async #textAt(at: Around, oid: string, path: string): Promise<string | undefined> {
		const filepath = this.#inTree(at, path);
		const read = await tryTo(() => git.readBlob({ ...gitOf(at), oid, filepath }));
		return read && new TextDecoder().decode(read.blob);
	}

	/** Brings the folder to the commit, if it was where the commit began and has no other texts. */
	async #follow(
		at: Around,
		ref: string,
		parent: string | undefined,
		texts: readonly Committed[],
		paths: readonly string[]
	): Promise<boolean> {
		// the list of what a linked working tree has is written by the Git program alone
		if (at.head !== at.gitdir) return false;
		const head = await git.currentBranch({ ...gitOf(at), fullname: true });
		const isThere = head === ref;
		if (!isThere && (await headOf(at)) !== parent) return false;
		const files = texts.map((it) => ({ ...it, file: join(this.#content, it.path) }));
		const isOwn = ({ file, text, before }: (typeof files)[number]): boolean => {
			const now = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null;
			return now === before || now === text;
		};
		if (!files.every(isOwn)) return false;
		for (const { file, text } of files) writeWhole(file, text, { flush: true });
		if (!isThere)
			await git.writeRef({ ...gitOf(at), ref: 'HEAD', value: ref, symbolic: true, force: true });
		for (const filepath of paths) await git.add({ ...gitOf(at), filepath });
		return true;
	}
}

const treeOf = async (at: Around, commit: string): Promise<string> =>
	(await git.readCommit({ ...gitOf(at), oid: commit })).commit.tree;

/** A tree with these files in it, and everything else as it is. */
async function writeTree(
	at: Around,
	base: string | undefined,
	files: ReadonlyMap<string, string>
): Promise<string> {
	const old = base === undefined ? [] : (await git.readTree({ ...gitOf(at), oid: base })).tree;
	const entries = new Map(old.map((entry) => [entry.path, entry]));
	const folders = new Map<string, Map<string, string>>();
	for (const [path, text] of files) {
		const [name = '', ...rest] = path.split('/');
		if (rest.length > 0) {
			const inside = folders.get(name) ?? new Map<string, string>();
			folders.set(name, inside.set(rest.join('/'), text));
			continue;
		}
		const oid = await git.writeBlob({ ...gitOf(at), blob: new TextEncoder().encode(text) });
		entries.set(name, { mode: entries.get(name)?.mode ?? '100644', path: name, oid, type: 'blob' });
	}
	for (const [name, inside] of folders) {
		const there = entries.get(name);
		const oid = await writeTree(at, there?.type === 'tree' ? there.oid : undefined, inside);
		entries.set(name, { mode: '040000', path: name, oid, type: 'tree' } satisfies TreeEntry);
	}
	return git.writeTree({ ...gitOf(at), tree: [...entries.values()] });
}

/** `undefined` for what is not there. Any other error is one. */
async function tryTo<Value>(read: () => Promise<Value>): Promise<Value | undefined> {
	try {
		return await read();
	} catch (error) {
		if ((error as { code?: string }).code === 'NotFoundError') return undefined;
		throw error;
	}
}

/** Where a repository is, and what the working tree around the content has of its own. */
interface Around {
	readonly dir: string;
	/** Of its objects and branches. */
	readonly gitdir: string;
	/** Of the `HEAD` of this working tree: another folder, if `git worktree add` made it. */
	readonly head: string;
}

const gitOf = ({ dir, gitdir }: Around) => ({ fs, dir, gitdir });

/** The commit that the working tree is at; `undefined` before the first. */
async function headOf(at: Around): Promise<string | undefined> {
	const head = fs.readFileSync(join(at.head, 'HEAD'), 'utf8').trim();
	const [, ref] = /^ref: (.*)$/.exec(head) ?? [];
	return ref === undefined ? head : tryTo(() => git.resolveRef({ ...gitOf(at), ref }));
}

function repositoryAround(folder: string): Around | undefined {
	const dir = workTreeAround(folder);
	if (dir === undefined) return undefined;
	const own = join(dir, '.git');
	if (fs.statSync(own).isDirectory()) return { dir, gitdir: own, head: own };
	const [, named] = /^gitdir: (.*)$/m.exec(fs.readFileSync(own, 'utf8')) ?? [];
	if (named === undefined) return undefined;
	const head = resolve(dir, named);
	const common = join(head, 'commondir');
	// without that file it is a submodule, whose folder is all its own
	const gitdir = fs.existsSync(common)
		? resolve(head, fs.readFileSync(common, 'utf8').trim())
		: head;
	return { dir, gitdir, head };
}
