// `npm run edit`: the editors' screen, on this computer. It binds the pieces, and nothing else.
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { ContentFolder } from './core/content/content-folder.ts';
import { createEditorCore } from './core/create-editor-core.ts';
import { ArticlePreview } from './preview/preview-article.ts';
import { answerEditor } from './server/answer-editor.ts';
import { createCalls } from './server/create-calls.ts';
import { knownEditor } from './server/known-editor.ts';
import { listenOnLoopback } from './server/listen-on-loopback.ts';
import { readScreenFiles } from './server/screen-files.ts';
import { Session } from './server/session.ts';

const USUAL_PORT = '4180';
const { values } = parseArgs({
	options: {
		content: { type: 'string', default: 'src/content' },
		drafts: { type: 'string', default: '.handrail-edit' },
		port: { type: 'string', default: USUAL_PORT }
	}
});

const content = new ContentFolder(values.content);
const listening = await listenOnLoopback(Number(values.port));
// passkeys are for names, and not for numbers of a network
const origin = `http://localhost:${String(listening.port)}`;
const session = new Session(listening.port);
const preview = new ArticlePreview(() => content.sources());
const core = await createEditorCore({ content: content.folder, state: values.drafts });
const calls = createCalls({ core, preview, editor: knownEditor() });
listening.answer(answerEditor({ origin, session, files: readScreenFiles('build-editor'), calls }));

const show = (): void => {
	console.log(`The editor is at ${origin}/#${session.renewToken()}`);
};
show();
console.log('That address works once. Press Enter for a new one, Ctrl-C to stop.');
createInterface({ input: process.stdin }).on('line', show);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.on(signal, () => {
		listening.close();
		void core.close().then(() => process.exit(0));
	});
}
