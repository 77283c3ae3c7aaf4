import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where work began: main, here or at the host that it came from. */
const BASES = ['main', 'origin/main'];

/** A commit's full name and its subject. */
export interface Commit {
	readonly id: string;
	readonly subject: string;
}

/** What Git knows of a working folder. Where it knows nothing, as in a copy of the files, all is empty. */
export class History {
	readonly #folder: string;

	constructor(folder = '.') {
		this.#folder = folder;
	}

	#git(...args: string[]): string[] {
		try {
			const options = { cwd: this.#folder, encoding: 'utf8', stdio: 'pipe' } as const;
			const out = execFileSync('git', args, options);
			return out.split(/[\0\n]/).filter((it) => it !== '');
		} catch {
			// no Git, no folder of Git's, or a history that was cut before that commit
			return [];
		}
	}

	/** The commit that changes are counted from. Work on main itself: the one before its last. */
	base(): string | undefined {
		const [head] = this.#git('rev-parse', 'HEAD');
		const bases = BASES.map((name) => this.#git('merge-base', 'HEAD', name)[0]);
		const own = bases.find((base) => base !== undefined && base !== head);
		return own ?? this.#git('rev-parse', '--verify', '--quiet', 'HEAD~1')[0];
	}

	/** Files that differ from the base, committed or not, and new ones; none that was deleted. */
	changedFiles(): string[] {
		const base = this.base();
		const differing = base === undefined ? [] : this.#git('diff', '--name-only', '-z', base);
		const added = this.#git('ls-files', '--others', '--exclude-standard', '-z');
		const all = new Set([...differing, ...added]);
		return [...all].filter((file) => existsSync(join(this.#folder, file))).sort();
	}

	/** Commits that came after another one, without merges; none where that one is not known here. */
	commitsAfter(id: string): Commit[] {
		return this.#git('log', '--no-merges', '--format=%H %s', `${id}..HEAD`).map((line) => {
			const [name = '', ...words] = line.split(' ');
			return { id: name, subject: words.join(' ') };
		});
	}
}
