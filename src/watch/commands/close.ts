import { Refusal } from '../../compiler/base/refusal.ts';
import { openStateFolder } from '../memory/state-folder.ts';
import type { Io } from './io.ts';

export interface CloseCommand {
	readonly content: string;
	readonly state: string;
	readonly ids: readonly string[];
	readonly by: string;
	readonly note: string | undefined;
}

/** Closes tasks that an editor has looked at. What they found is not reported again. */
export function close({ content, state: folder, ids, by, note }: CloseCommand, io: Io): number {
	const state = openStateFolder(folder, content);
	const tasks = state.tasks();
	for (const id of ids) {
		const task = tasks.find((it) => it.id === id);
		if (task === undefined) throw new Refusal(`There is no task ${id} in ${state.tasksFolder}.`);
		if (task.closed !== undefined) throw new Refusal(`${id} was closed by ${task.closed.by}.`);
		const why = note === undefined ? {} : { note };
		state.writeTask({ ...task, closed: { at: io.now().toISOString(), by, ...why } });
		io.print(`closed: ${id}`);
	}
	return 0;
}
