import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { slugOf } from '#lib/edition/text/slug-of.ts';
import { compareText } from '../../../compiler/base/diagnostic.ts';
import type { DraftFile, DraftInfo, Editor, KeepRequest, KeepResult } from '../contract/drafts.ts';
import type { EditRefusal } from '../contract/edits.ts';
import { applyEdit } from '../edits/apply-edit.ts';
import { changesBetween } from '../edits/text-changes.ts';
import { before, begun, KeptText, toDraftFile, withEdit, withRedo, withUndo } from './kept-text.ts';
import { NumberedFiles } from './numbered-files.ts';

const Draft = v.strictObject({
	id: v.string(),
	title: v.string(),
	branch: v.string(),
	startedBy: v.string(),
	startedAt: v.string()
});
type Draft = v.InferOutput<typeof Draft>;

interface Ports {
	readonly folder: string;
	/** The text of the content that a file of a draft begins with. */
	readonly textOf: (path: string) => string | undefined;
	readonly now: () => Date;
}

/** Why a text that an edit has made is not kept. */
type Check = (text: string, before: KeptText) => EditRefusal | undefined;

type Kept = readonly [kept: KeptText, revision: number];

/**
 * Drafts in a folder outside of Git: each edit is on the disk before it is answered, so that nothing is
 * lost when a page is closed or a process killed. Two who write the same file are told apart by the
 * revision that each has seen.
 */
export class DraftFolder {
	readonly #ports: Ports;

	constructor(ports: Ports) {
		this.#ports = ports;
	}

	list(): DraftInfo[] {
		const folder = join(this.#ports.folder, 'drafts');
		if (!existsSync(folder)) return [];
		return readdirSync(folder)
			.sort(compareText)
			.flatMap((id) => this.find(id) ?? []);
	}

	find(id: string): DraftInfo | undefined {
		if (!/^[\w-]+$/.test(id)) return undefined;
		const own = v.safeParse(Draft, new NumberedFiles(this.#folder(id)).newest()?.value);
		const files = this.texts(id);
		const draft = own.success ? own.output : recovered(id, files);
		if (!draft) return undefined;
		const changed = files.filter(({ text, base }) => text !== base);
		const open = files.filter((it) => it.text !== before(it));
		const times = files.map(({ at }) => at).sort(compareText);
		return {
			...draft,
			savedAt: times.at(-1) ?? draft.startedAt,
			paths: changed.map(({ path }) => path),
			uncommitted: open.map(({ path }) => path)
		};
	}

	/** Its id is made of its title, with a number if another has that. */
	start(title: string, { name }: Editor): DraftInfo {
		const stem = slugOf(title) || 'draft';
		for (let number = 1; ; number += 1) {
			const id = number === 1 ? stem : `${stem}-${String(number)}`;
			const startedAt = this.#ports.now().toISOString();
			const draft: Draft = { id, title, branch: `draft/${id}`, startedBy: name, startedAt };
			if (!new NumberedFiles(this.#folder(id)).write(1, draft)) continue;
			return { ...draft, savedAt: startedAt, paths: [], uncommitted: [] };
		}
	}

	/** Its folder gets another name before it goes: one that is cut leaves no half of a draft. */
	drop(id: string): void {
		if (!this.find(id)) return;
		const gone = join(this.#ports.folder, 'dropped');
		mkdirSync(gone, { recursive: true });
		const to = join(gone, `${id}-${String(this.#ports.now().getTime())}`);
		renameSync(this.#folder(id), to);
		rmSync(to, { recursive: true });
	}

	/** What is kept of each file that was edited. */
	texts(id: string): KeptText[] {
		const folder = join(this.#folder(id), 'files');
		if (!existsSync(folder)) return [];
		const paths = readdirSync(folder).map(decodeURIComponent).sort(compareText);
		return paths.flatMap((path) => this.#kept(id, path)?.[0] ?? []);
	}

	/** Of the newest text of a file; 0: there is none. */
	revision = (id: string, path: string): number => this.#kept(id, path)?.[1] ?? 0;

	text(id: string, path: string): KeptText | undefined {
		return this.#kept(id, path)?.[0];
	}

	open(id: string, path: string): DraftFile | undefined {
		const kept = this.#kept(id, path);
		if (kept) return toDraftFile(...kept);
		if (this.#ports.textOf(path) === undefined) return undefined;
		return toDraftFile(...this.#begin(id, path));
	}

	keep(
		{ draft, path, revision, edit, by, seen }: KeepRequest,
		check: Check = () => undefined
	): KeepResult {
		const kept = this.#kept(draft, path) ?? this.#begin(draft, path);
		const isOther = revision === 0 && seen !== undefined && seen !== kept[0].text;
		if (!this.#isSeen(draft, kept, revision) || isOther) {
			return this.#conflict(draft, path, kept, { revision, edit, ...(isOther && { seen }) });
		}
		const made = applyEdit(path, kept[0].text, edit);
		if (!made.ok) return { state: 'refused', reason: made.code };
		const reason = check(made.value.text, kept[0]);
		if (reason) return { state: 'refused', reason };
		const next = withEdit(kept[0], made.value.changes, { by, at: this.#now() });
		return this.#write(draft, kept[1] + 1, next, { revision, edit });
	}

	/** Nobody has written since this revision: that a version was saved is a revision, too. */
	#isSeen(draft: string, [kept, newest]: Kept, revision: number): boolean {
		if (newest === revision) return true;
		const seen = parseKept(new NumberedFiles(this.#files(draft, kept.path)).read(revision));
		return seen !== undefined && isDeepStrictEqual(written(kept), written(seen));
	}

	/** Takes the last edit of a file back, whoever made it and in whichever session. */
	undo = (draft: string, path: string, revision: number, by: string): KeepResult =>
		this.#step(draft, path, revision, (kept) => withUndo(kept, { by, at: this.#now() }));

	redo = (draft: string, path: string, revision: number, by: string): KeepResult =>
		this.#step(draft, path, revision, (kept) => withRedo(kept, { by, at: this.#now() }));

	/** A whole text: of a file that is new, or that is made by a form. */
	put(draft: string, path: string, text: string, by: string): KeepResult {
		const kept = this.#kept(draft, path) ?? this.#begin(draft, path);
		const changes = changesBetween(kept[0].text, text);
		const next = withEdit(kept[0], changes, { by, at: this.#now() });
		return this.#write(draft, kept[1] + 1, next, { revision: kept[1] });
	}

	/** A text that is made of one in a commit which this draft did not begin with; not, if it has changed since. */
	rebase(
		{ draft, path, revision, by }: Pick<KeepRequest, 'draft' | 'path' | 'revision' | 'by'>,
		text: string,
		/** `null`: there is none in that commit. */
		other: string | null
	): boolean {
		const kept = this.#kept(draft, path);
		if (kept?.[1] !== revision) return false;
		const writer = { by, at: this.#now() };
		const edited = withEdit(kept[0], changesBetween(kept[0].text, text), writer);
		const { committed: _before, ...rest } = edited;
		const next = other === null ? { ...rest, base: null } : { ...rest, committed: other };
		return this.#write(draft, revision + 1, next, { revision }).state === 'kept';
	}

	/** The text is in a commit now. */
	setCommitted(draft: string, path: string, text: string): void {
		for (;;) {
			const kept = this.#kept(draft, path);
			if (!kept) return;
			const files = new NumberedFiles(this.#files(draft, path));
			// whoever edits meanwhile is not refused: this changes no word
			if (files.write(kept[1] + 1, { ...kept[0], committed: text })) return;
		}
	}

	#step(
		draft: string,
		path: string,
		revision: number,
		step: (kept: KeptText) => KeptText | undefined
	): KeepResult {
		const kept = this.#kept(draft, path) ?? this.#begin(draft, path);
		if (!this.#isSeen(draft, kept, revision)) {
			return this.#conflict(draft, path, kept, { revision });
		}
		const next = step(kept[0]);
		if (!next) return { state: 'kept', file: toDraftFile(...kept) };
		return this.#write(draft, kept[1] + 1, next, { revision });
	}

	#write(
		draft: string,
		revision: number,
		next: KeptText,
		asked: Pick<KeepRequest, 'revision'> & Partial<KeepRequest>
	): KeepResult {
		if (new NumberedFiles(this.#files(draft, next.path)).write(revision, next)) {
			return { state: 'kept', file: toDraftFile(next, revision) };
		}
		const theirs = this.#kept(draft, next.path) ?? this.#begin(draft, next.path);
		return this.#conflict(draft, next.path, theirs, asked);
	}

	/** `yours`: what the edit would have made of the text that its writer saw. */
	#conflict(
		draft: string,
		path: string,
		theirs: Kept,
		asked: Pick<KeepRequest, 'revision'> & Partial<KeepRequest>
	): KeepResult {
		const { revision, edit } = asked;
		const seen =
			revision === 0
				? (asked.seen ?? theirs[0].base ?? '')
				: parseKept(new NumberedFiles(this.#files(draft, path)).read(revision))?.text;
		const made = edit && seen !== undefined ? applyEdit(path, seen, edit) : undefined;
		const yours = made?.ok === true ? { yours: made.value.text } : {};
		return { state: 'conflict', theirs: toDraftFile(...theirs), ...yours };
	}

	#kept(draft: string, path: string): Kept | undefined {
		const newest = new NumberedFiles(this.#files(draft, path)).newest();
		const kept = parseKept(newest?.value);
		return newest && kept ? [kept, newest.number] : undefined;
	}

	/** Behind what cannot be read, if something is there. */
	#begin(draft: string, path: string): Kept {
		const begin = begun(path, this.#ports.textOf(path), { by: '', at: this.#now() });
		return [begin, new NumberedFiles(this.#files(draft, path)).last()];
	}

	#now = (): string => this.#ports.now().toISOString();
	#folder = (id: string): string => join(this.#ports.folder, 'drafts', id);
	/** One name for one path: no folder of another file can be named by it. */
	#files = (id: string, path: string): string =>
		join(this.#folder(id), 'files', encodeURIComponent(path));
}

/** Of a draft whose own file is damaged: its texts are there, and say the most of it. */
function recovered(id: string, [first]: readonly KeptText[]): Draft | undefined {
	if (!first) return undefined;
	return { id, title: id, branch: `draft/${id}`, startedBy: first.by, startedAt: first.at };
}

/** All of it but which of it is in a commit. */
const written = ({ committed: _, ...rest }: KeptText): Omit<KeptText, 'committed'> => rest;

function parseKept(value: unknown): KeptText | undefined {
	const result = v.safeParse(KeptText, value);
	return result.success ? result.output : undefined;
}

/** Git's own ignore file in the folder: what is kept there is no part of the content. */
export function makeIgnored(folder: string): void {
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, '.gitignore'), '*\n');
}
