import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { approvalHash } from '../read/approval-hash.ts';

/** Who wrote a text last, or why nobody can say. */
export type LastAuthors = { readonly names: readonly string[] } | { readonly unknown: string };

/**
 * Asks Git who made the last commit that changed the text of a file. Commits that only added approvals
 * do not count; co-authors do.
 */
export function lastAuthors(file: string): LastAuthors {
	const now = hashOf(readFileSync(file, 'utf8'));
	const commits = commitsOf(file);
	const [newest] = commits ?? [];
	if (!commits || !newest) return { unknown: 'Git does not know this file' };
	if (hashAt(file, newest.id) !== now) return { unknown: 'it has edits that are not committed' };
	let last = newest;
	for (const commit of commits) {
		if (hashAt(file, commit.id) !== now) return { names: last.names };
		last = commit;
	}
	// the first commit of a shallow clone has all files, whoever wrote them
	const isShallow = git(file, 'rev-parse', '--is-shallow-repository')?.trim() === 'true';
	return isShallow ? { unknown: 'the history is not all here' } : { names: last.names };
}

/** The text of a file that had this hash when somebody committed it; `undefined` if Git has none. */
export function textWithHash(file: string, hash: string): string | undefined {
	for (const text of pastTexts(file)) if (hashOf(text) === hash) return text;
	return undefined;
}

/** Every version of a file that somebody committed, the newest first. */
export function* pastTexts(file: string): Generator<string> {
	for (const { id } of commitsOf(file) ?? []) {
		const text = git(file, 'show', `${id}:./${basename(file)}`);
		if (text !== undefined) yield text;
	}
}

interface Commit {
	readonly id: string;
	readonly names: readonly string[];
}

const FORMAT = '%x1e%H%x1f%aN%x1f%(trailers:key=Co-authored-by,valueonly,separator=%x1f)';

/** The newest first. `undefined` where there is no Git, or no repository. */
function commitsOf(file: string): Commit[] | undefined {
	const log = git(file, 'log', `--format=${FORMAT}`, '--', basename(file));
	return log?.split('\u001E').flatMap((line) => {
		const [id = '', ...people] = line.trim().split('\u001F');
		const names = people.map((person) => person.replace(/\s*<[^>]*>\s*$/, '').trim());
		return id === '' ? [] : [{ id, names: names.filter((name) => name !== '') }];
	});
}

function hashAt(file: string, commit: string): string | undefined {
	const text = git(file, 'show', `${commit}:./${basename(file)}`);
	return text === undefined ? undefined : hashOf(text);
}

function hashOf(text: string): string | undefined {
	try {
		return approvalHash(text);
	} catch {
		// broken YAML is another text than any that is whole
		return undefined;
	}
}

function git(file: string, ...args: string[]): string | undefined {
	const { status, stdout } = spawnSync('git', args, { cwd: dirname(file), encoding: 'utf8' });
	return status === 0 ? stdout : undefined;
}
