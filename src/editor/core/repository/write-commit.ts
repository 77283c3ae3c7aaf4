import git, { type CommitObject } from 'isomorphic-git';
import { gitOf, type Around } from './around.ts';

interface Commit extends Pick<CommitObject, 'tree' | 'message' | 'author' | 'committer'> {
	/** Absent: it is the first of its branch. */
	readonly parent: string | undefined;
}

/**
 * Writes a commit, and then the branch that ends with it. The list of what the folder has is not read:
 * whoever merges there by hand, or is stopped by a conflict, is in nobody's way.
 */
export async function writeCommit(
	at: Around,
	ref: string,
	{ parent, ...commit }: Commit
): Promise<string> {
	const parents = parent === undefined ? [] : [parent];
	const oid = await git.writeCommit({ ...gitOf(at), commit: { ...commit, parent: parents } });
	await git.writeRef({ ...gitOf(at), ref, value: oid, force: true });
	return oid;
}
