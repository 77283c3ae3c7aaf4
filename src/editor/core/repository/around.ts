import fs from 'node:fs';
import { join, resolve } from 'node:path';
import { workTreeAround } from '../../../compiler/base/work-tree.ts';
import type { Editor } from '../contract/drafts.ts';

/** Where a repository is, and what the working tree around the content has of its own. */
export interface Around {
	readonly dir: string;
	/** Of its objects and branches. */
	readonly gitdir: string;
	/** Of the `HEAD` of this working tree: another folder, if `git worktree add` made it. */
	readonly head: string;
}

interface WhereGit extends Pick<Around, 'dir' | 'gitdir'> {
	readonly fs: typeof fs;
}

export const gitOf = ({ dir, gitdir }: Around): WhereGit => ({ fs, dir, gitdir });

/** `undefined`: the folder lies in no repository. */
export function repositoryAround(folder: string): Around | undefined {
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

/** `undefined` for what is not there. Any other error is one. */
export async function tryTo<Value>(read: () => Promise<Value>): Promise<Value | undefined> {
	try {
		return await read();
	} catch (error) {
		if ((error as { code?: string }).code === 'NotFoundError') return undefined;
		throw error;
	}
}

interface Signed extends Pick<Editor, 'name' | 'email'> {
	readonly timestamp: number;
	readonly timezoneOffset: number;
}

/** As Git writes a person who did something. */
export const signed = ({ name, email }: Pick<Editor, 'name' | 'email'>, at: Date): Signed => ({
	...{ name, email },
	timestamp: Math.floor(at.getTime() / 1000),
	timezoneOffset: 0
});
