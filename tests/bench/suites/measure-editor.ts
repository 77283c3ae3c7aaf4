import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEditorCore } from '../../../src/editor/core/create-editor-core.ts';
import { ContentFolder } from '../../../src/editor/core/content/content-folder.ts';
import { ArticlePreview } from '../../../src/editor/preview/preview-article.ts';
import { createCalls } from '../../../src/editor/server/create-calls.ts';
import { measured } from '../figure.ts';
import { EDITOR } from '../figures.ts';
import type { Suite } from '../suite.ts';
import { paintedTimes } from './painted-times.ts';

const CONTENT = 'src/content';
const BY = { name: 'Bench', email: 'bench@example.org', role: 'editor' };
const PATH = 'guides/car-stop/en.md';

/** From a key in the editor to the page of it, to what is wrong with the file, and with all of the content. */
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
	const content = new ContentFolder(CONTENT);
	const preview = new ArticlePreview(() => content.sources());
	const calls = createCalls({ core, preview, editor: {} });
	const { id: draft } = await core.startDraft('Bench', BY);
	await calls.open({ path: PATH, draft });
	const [shown, file, corpus]: [number[], number[], number[]] = [[], [], []];
	for (let run = 0; run < runs; run += 1) {
		// another text each time, or what was parsed of it is kept
		const typed = text.replace('Stay calm.', `Stay ${'very '.repeat(run + 1)}calm.`);
		const source = `Stay ${'very '.repeat(run + 1)}calm. {practice}`;
		const edit = { type: 'set-item', item: 'do.1', source } as const;
		const key = { draft, path: PATH, revision: run, edit, by: BY.name };
		shown.push(await timed(() => calls.keep(key)));
		file.push(await timed(() => core.checkFile(PATH, typed)));
		corpus.push(await timed(() => core.checkCorpus(run + 1)));
		say(
			`page ${(shown.at(-1) ?? 0).toFixed(0)} ms, file ${(file.at(-1) ?? 0).toFixed(0)} ms, corpus ${(corpus.at(-1) ?? 0).toFixed(0)} ms`
		);
	}
	await core.close();
	rmSync(state, { recursive: true, force: true });
	return [
		measured(EDITOR.preview, shown),
		measured(EDITOR.painted, await paintedTimes(CONTENT, runs, say)),
		measured(EDITOR.file, file),
		measured(EDITOR.corpus, corpus)
	];
};
