import { resolve } from 'node:path';
import git from 'isomorphic-git';
import type { Editor } from '../contract/drafts.ts';
import type { LogEntry } from '../contract/team.ts';
import { gitOf, repositoryAround, signed, tryTo, type Around } from './around.ts';
import { writeCommit } from './write-commit.ts';

const BRANCH = 'handrail-audit';
const REF = `refs/heads/${BRANCH}`;

/** Most that a screen shows. */
const MOST_SHOWN = 100;

/**
 * Who did what, and when: each entry is a commit without files on a branch of its own, so that none can
 * be taken out or changed later without changing the name of all after it.
 */
export class AuditLog {
	readonly #at: Around;
	readonly #now: () => Date;
	/** One after the other: each names the one before. */
	#last: Promise<unknown> = Promise.resolve();

	private constructor(at: Around, now: () => Date) {
		this.#at = at;
		this.#now = now;
	}

	/** `undefined`: the content lies in no repository. */
	static open(content: string, now: () => Date): AuditLog | undefined {
		const at = repositoryAround(resolve(content));
		return at && new AuditLog(at, now);
	}

	append(by: Pick<Editor, 'name' | 'email'>, what: string): Promise<void> {
		const next = this.#last.then(() => this.#write(by, what));
		// an entry that could not be written is an error of its own call, and stops no other
		this.#last = next.catch(() => undefined);
		return next;
	}

	/** The newest first. */
	async entries(): Promise<LogEntry[]> {
		await this.#last;
		const log = await tryTo(() => git.log({ ...gitOf(this.#at), ref: REF, depth: MOST_SHOWN }));
		return (log ?? []).map(({ commit: { author, message } }) => ({
			who: author.name,
			at: new Date(author.timestamp * 1000).toISOString(),
			what: message.trim()
		}));
	}

	async #write(by: Pick<Editor, 'name' | 'email'>, what: string): Promise<void> {
		const where = gitOf(this.#at);
		const author = signed(by, this.#now());
		await writeCommit(this.#at, REF, {
			parent: await tryTo(() => git.resolveRef({ ...where, ref: REF })),
			tree: await git.writeTree({ ...where, tree: [] }),
			// what somebody typed may not look like a second entry
			message: what.replaceAll(/\s+/g, ' '),
			author,
			committer: author
		});
	}
}
