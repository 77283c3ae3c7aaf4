import { existsSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import * as v from 'valibot';
import { parseJson } from '#lib/edition/text/parse-json.ts';
import { Refusal } from '../../compiler/base/refusal.ts';
import { workTreeAround } from '../../compiler/base/work-tree.ts';
import { writeWhole } from '../../compiler/base/write-whole.ts';
import type { EditorTask } from '../../compiler/report/editor-tasks.ts';
import { readTasks } from '../../compiler/report/editor-tasks.ts';
import { SourceMemory } from './source-memory.ts';

const Registers = v.record(v.string(), v.pipe(v.string(), v.isoDate()));

/** What the watch keeps between two runs: one file for each source, and one for each task. */
export class StateFolder {
	readonly #folder: string;

	constructor(folder: string) {
		this.#folder = folder;
	}

	/** Absent if the source was never read, or by a version that kept something else. */
	readMemory(slug: string): SourceMemory | undefined {
		const file = this.#memoryFile(slug);
		if (!existsSync(file)) return undefined;
		// a damaged file is as good as none: the source is read anew
		const result = v.safeParse(SourceMemory, parseJson(readFileSync(file, 'utf8')));
		return result.success ? result.output : undefined;
	}

	writeMemory(memory: SourceMemory): void {
		writeWhole(this.#memoryFile(memory.slug), asJson(memory));
	}

	tasks(): EditorTask[] {
		return readTasks(this.tasksFolder);
	}

	writeTask(task: EditorTask): void {
		writeWhole(join(this.tasksFolder, `${task.id}.json`), asJson(task));
	}

	/** The last day for which a register of law was read; absent if it never was. */
	readThrough(register: string): string | undefined {
		return this.#registers()[register];
	}

	writeThrough(register: string, day: string): void {
		writeWhole(this.#registersFile, asJson({ ...this.#registers(), [register]: day }));
	}

	#registers(): Readonly<Record<string, string>> {
		if (!existsSync(this.#registersFile)) return {};
		const read = v.safeParse(Registers, parseJson(readFileSync(this.#registersFile, 'utf8')));
		return read.success ? read.output : {};
	}

	get #registersFile(): string {
		return join(this.#folder, 'registers.json');
	}

	get tasksFolder(): string {
		return join(this.#folder, 'tasks');
	}

	#memoryFile(slug: string): string {
		return join(this.#folder, 'sources', `${slug}.json`);
	}
}

/**
 * A folder of the person who runs the watch. It may not lie where the content lies: what was read of
 * other people's pages would be committed, and published, with it.
 */
export function openStateFolder(folder: string, content: string): StateFolder {
	refuseBesideContent(folder, content);
	return new StateFolder(folder);
}

/** Refuses a folder in the repository of the content. */
export function refuseBesideContent(folder: string, content: string): void {
	const repository = workTreeAround(content) ?? resolve(content);
	if (!`${resolve(folder)}${sep}`.startsWith(`${repository}${sep}`)) return;
	throw new Refusal(`${folder} lies in ${repository}, with the content: name another folder.`);
}

const asJson = (value: unknown): string => `${JSON.stringify(value, null, '\t')}\n`;
