import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEditorCore } from '../../../src/editor/core/create-editor-core.ts';
import { measured } from '../figure.ts';
import { EDITOR } from '../figures.ts';
import type { Suite } from '../suite.ts';

const CONTENT = 'src/content';
const PATH = 'guides/car-stop/en.md';

/** From a key in the editor to what is wrong with the file, and with all of the content. */
export const measureEditor: Suite = async ({ runs, say }) => {
	const state = mkdtempSync(join(tmpdir(), 'handrail-bench-editor-'));
	const core = await createEditorCore({ content: CONTENT, state });
	const text = readFileSync(join(CONTENT, PATH), 'utf8');
	const timed = async (act: () => Promise<unknown>): Promise<number> => {
		const start = performance.now();
		await act();
		return performance.now() - start;
	};
	// the first of each reads the content and starts the thread: nobody has typed yet
	await core.listTexts();
	await core.checkFile(PATH, text);
	await core.checkCorpus(0);
	const [file, corpus]: [number[], number[]] = [[], []];
	for (let run = 0; run < runs; run += 1) {
		// another text each time, or what was parsed of it is kept
		const typed = text.replace('Stay calm.', `Stay ${'very '.repeat(run + 1)}calm.`);
		file.push(await timed(() => core.checkFile(PATH, typed)));
		corpus.push(await timed(() => core.checkCorpus(run + 1)));
		say(`file ${(file.at(-1) ?? 0).toFixed(0)} ms, corpus ${(corpus.at(-1) ?? 0).toFixed(0)} ms`);
	}
	await core.close();
	rmSync(state, { recursive: true, force: true });
	return [measured(EDITOR.file, file), measured(EDITOR.corpus, corpus)];
};
