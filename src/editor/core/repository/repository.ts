import fs from 'node:fs';
import { join, relative, resolve } from 'node:path';
import git, { type TreeEntry } from 'isomorphic-git';
import { writeWhole } from '../../../compiler/base/write-whole.ts';
import type { CommitResult, Editor, PushPlan, PushResult } from '../contract/drafts.ts';
import { gitOf, repositoryAround, signed, tryTo, type Around } from './around.ts';
import { planPush, pushBranch } from './push-branch.ts';
import { writeCommit } from './write-commit.ts';

type Person = Pick<Editor, 'name' | 'email'>;

/** One text that is committed. Paths are below the content folder. */
export interface Committed {
	readonly path: string;
	readonly text: string;
	/** What the branch should have of it; `null`: nothing. */
	readonly before: string | null;
}

/** What somebody else has put in the place of a text. */
export interface OtherText {
	readonly path: string;
	/** `null`: it is gone. */
	readonly text: string | null;
	readonly by: string;
}

export interface CommitRequest {
	readonly branch: string;
	readonly message: string;
	readonly by: Editor;
	/** Whoever wrote the texts; absent or empty: `by` did. */
	readonly writers?: readonly Person[];
	readonly at: Date;
	readonly texts: readonly Committed[];
}

/**
 * The repository around a content folder, written without a Git program. Commits go to branches of
 * drafts by their objects alone; the folder follows where it stands on that branch, or where the branch
 * begins, and is left alone where somebody works on something else in it.
 */
export class Repository {
	readonly #content: string;
	/** Absent: the content lies in no repository. */
	readonly #at: Around | undefined;
	/** Whether the folder goes along with a draft that is committed. */
	readonly #isFollowing: boolean;

	constructor(content: string, { isFollowing = true } = {}) {
		this.#content = resolve(content);
		this.#isFollowing = isFollowing;
		this.#at = repositoryAround(this.#content);
	}

	async commit(request: CommitRequest): Promise<CommitResult> {
		const { branch, message, by, writers = [], at: when, texts } = request;
		const at = this.#at;
		if (!at) return { state: 'no-repository' };
		if (texts.length === 0) return { state: 'nothing-changed' };
		const ref = `refs/heads/${branch}`;
		const own = await tryTo(() => git.resolveRef({ ...gitOf(at), ref }));
		const parent = own ?? (await headOf(at));
		const [other, ...more] = await this.#others(at, own, texts);
		if (other) {
			return { state: 'conflict', by: other.by, paths: [other, ...more].map(({ path: it }) => it) };
		}
		const files = new Map(texts.map(({ path, text }) => [this.#inTree(at, path), text]));
		const base = parent === undefined ? undefined : await treeOf(at, parent);
		const tree = await writeTree(at, base, files);
		const [author = by, ...others] = authorsFirst(by, writers);
		const commit = await writeCommit(at, ref, {
			message: withCoAuthors(message, others),
			tree,
			parent,
			author: signed(author, when),
			committer: signed(by, when)
		});
		const isInFolder = await this.#follow(at, ref, parent, texts, [...files.keys()]);
		return { state: 'committed', branch, commit, paths: texts.map(({ path }) => path), isInFolder };
	}

	/** What a version of these texts would be written over: another text than that before them. */
	async others(branch: string, texts: readonly Committed[]): Promise<readonly OtherText[]> {
		const at = this.#at;
		if (!at) return [];
		const own = await tryTo(() => git.resolveRef({ ...gitOf(at), ref: `refs/heads/${branch}` }));
		return this.#others(at, own, texts);
	}

	async planPush(branch: string): Promise<PushPlan> {
		const to = await this.#remoteOf(branch);
		return to ? planPush(to) : { state: 'no-remote' };
	}

	async push(branch: string): Promise<PushResult> {
		const to = await this.#remoteOf(branch);
		return to ? pushBranch(to) : { state: 'no-remote' };
	}

	async #remoteOf(branch: string) {
		const at = this.#at;
		const [first] = at ? await git.listRemotes(gitOf(at)) : [];
		return at && first && { dir: at.dir, remote: first.remote, url: first.url, branch };
	}

	/** Texts that are not as this draft left them, or found them: somebody else has committed others. */
	async #others(
		at: Around,
		own: string | undefined,
		texts: readonly Committed[]
	): Promise<readonly OtherText[]> {
		// a folder that follows may have edits that are in no commit; another one is what was committed
		const tip = own ?? (this.#isFollowing ? undefined : await headOf(at));
		if (tip === undefined) return [];
		const { commit } = await git.readCommit({ ...gitOf(at), oid: tip });
		const by = commit.author.name;
		const found: OtherText[] = [];
		for (const { path, text, before } of texts) {
			const there = (await this.#textAt(at, tip, path)) ?? null;
			if (there !== before && there !== text) found.push({ path, text: there, by });
		}
		return found;
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
		if (!this.#isFollowing) return false;
		// the list of what a linked working tree has is written by the Git program alone
		if (at.head !== at.gitdir) return false;
		// somebody is in the middle of something, which their next commit would end on this branch
		if (UNFINISHED.some((name) => fs.existsSync(join(at.gitdir, name)))) return false;
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

/** Who saves a version is its author if they wrote any of it: others may only have approved it. */
function authorsFirst(by: Person, writers: readonly Person[]): readonly Person[] {
	const others = writers.filter(({ name }) => name !== by.name);
	return others.length < writers.length ? [by, ...others] : others;
}

/** Nobody approves what they wrote, also where somebody else has saved it: Git must name them all. */
const withCoAuthors = (message: string, people: readonly Person[]): string =>
	people.length === 0
		? message
		: `${message.trim()}\n\n${people.map(({ name, email }) => `Co-authored-by: ${name} <${email}>`).join('\n')}\n`;

/** What Git keeps while a merge, a rebase or the like waits for a person. */
const UNFINISHED = [
	...['MERGE_HEAD', 'CHERRY_PICK_HEAD', 'REVERT_HEAD'],
	...['rebase-merge', 'rebase-apply', 'BISECT_START']
];

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

/** The commit that the working tree is at; `undefined` before the first. */
async function headOf(at: Around): Promise<string | undefined> {
	const head = fs.readFileSync(join(at.head, 'HEAD'), 'utf8').trim();
	const [, ref] = /^ref: (.*)$/.exec(head) ?? [];
	return ref === undefined ? head : tryTo(() => git.resolveRef({ ...gitOf(at), ref }));
}
