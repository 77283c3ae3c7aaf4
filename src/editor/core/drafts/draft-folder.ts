import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { compareText } from '../../../compiler/base/diagnostic.ts';
import type { DraftFile, DraftInfo, Editor, KeepRequest, KeepResult } from '../contract/drafts.ts';
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
		const draft = v.safeParse(Draft, new NumberedFiles(this.#folder(id)).newest()?.value);
		if (!draft.success) return undefined;
		const files = this.texts(id);
		const changed = files.filter(({ text, base }) => text !== base);
		const open = files.filter((it) => it.text !== before(it));
		const times = files.map(({ at }) => at).sort(compareText);
		return {
			...draft.output,
			savedAt: times.at(-1) ?? draft.output.startedAt,
			paths: changed.map(({ path }) => path),
			uncommitted: open.map(({ path }) => path)
		};
	}

	/** Its id is made of its title, with a number if another has that. */
	start(title: string, { name }: Editor): DraftInfo {
		const words = title
			.normalize('NFKD')
			.toLowerCase()
			.replaceAll(/[^a-z0-9]+/g, '-')
			.replaceAll(/^-+|-+$/g, '');
		const stem = words.slice(0, 40).replace(/-+$/, '') || 'draft';
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

	text(id: string, path: string): KeptText | undefined {
		return this.#kept(id, path)?.[0];
	}

	open(id: string, path: string): DraftFile | undefined {
		const kept = this.#kept(id, path);
		if (kept) return toDraftFile(...kept);
		const text = this.#ports.textOf(path);
		if (text === undefined) return undefined;
		return toDraftFile(begun(path, text, { by: '', at: this.#now() }), 0);
	}

	keep({ draft, path, revision, edit, by }: KeepRequest): KeepResult {
		const kept = this.#kept(draft, path) ?? this.#begin(path);
		if (kept[1] !== revision) return this.#conflict(draft, path, kept, { revision, edit });
		const made = applyEdit(path, kept[0].text, edit);
		if (!made.ok) return { state: 'refused', reason: made.code };
		const next = withEdit(kept[0], made.value.changes, { by, at: this.#now() });
		return this.#write(draft, revision + 1, next, { revision, edit });
	}

	/** Takes the last edit of a file back, whoever made it and in whichever session. */
	undo = (draft: string, path: string, revision: number, by: string): KeepResult =>
		this.#step(draft, path, revision, (kept) => withUndo(kept, { by, at: this.#now() }));

	redo = (draft: string, path: string, revision: number, by: string): KeepResult =>
		this.#step(draft, path, revision, (kept) => withRedo(kept, { by, at: this.#now() }));

	/** A whole text: of a file that is new, or that is made by a form. */
	put(draft: string, path: string, text: string, by: string): KeepResult {
		const kept = this.#kept(draft, path) ?? this.#begin(path);
		const changes = changesBetween(kept[0].text, text);
		const next = withEdit(kept[0], changes, { by, at: this.#now() });
		return this.#write(draft, kept[1] + 1, next, { revision: kept[1] });
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
		const kept = this.#kept(draft, path) ?? this.#begin(path);
		if (kept[1] !== revision) return this.#conflict(draft, path, kept, { revision });
		const next = step(kept[0]);
		if (!next) return { state: 'kept', file: toDraftFile(...kept) };
		return this.#write(draft, revision + 1, next, { revision });
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
		const theirs = this.#kept(draft, next.path) ?? this.#begin(next.path);
		return this.#conflict(draft, next.path, theirs, asked);
	}

	/** `yours`: what the edit would have made of the text that its writer saw. */
	#conflict(
		draft: string,
		path: string,
		theirs: Kept,
		{ revision, edit }: Pick<KeepRequest, 'revision'> & Partial<KeepRequest>
	): KeepResult {
		const seen =
			revision === 0
				? (theirs[0].base ?? '')
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

	#begin(path: string): Kept {
		return [begun(path, this.#ports.textOf(path), { by: '', at: this.#now() }), 0];
	}

	#now = (): string => this.#ports.now().toISOString();
	#folder = (id: string): string => join(this.#ports.folder, 'drafts', id);
	/** One name for one path: no folder of another file can be named by it. */
	#files = (id: string, path: string): string =>
		join(this.#folder(id), 'files', encodeURIComponent(path));
}

function parseKept(value: unknown): KeptText | undefined {
	const result = v.safeParse(KeptText, value);
	return result.success ? result.output : undefined;
}

/** Git's own ignore file in the folder: what is kept there is no part of the content. */
export function makeIgnored(folder: string): void {
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, '.gitignore'), '*\n');
}
