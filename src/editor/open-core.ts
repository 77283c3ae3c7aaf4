import { join } from 'node:path';
import { dayIn } from '../compiler/base/days.ts';
import type { Corpus } from '../compiler/read/corpus.ts';
import { isWeak } from '../compiler/read/front-matter.ts';
import { ParsedBefore } from '../compiler/read/parsed-before.ts';
import { checkFile } from './core/checks/check-file.ts';
import { CorpusChecker } from './core/checks/corpus-checker.ts';
import { toEditorDiagnostic } from './core/checks/to-editor-diagnostic.ts';
import type { ContentFolder, Overlay } from './core/content/content-folder.ts';
import type { EditorDiagnostic } from './core/contract/diagnostics.ts';
import type { SourceDocument } from './core/contract/document.ts';
import { toDocument } from './core/document/to-document.ts';
import { DraftFolder, makeIgnored } from './core/drafts/draft-folder.ts';
import { before } from './core/drafts/kept-text.ts';
import { applyEdit } from './core/edits/apply-edit.ts';
import { Repository } from './core/repository/repository.ts';
import type { Core } from './server/create-calls.ts';

interface Places {
	readonly content: ContentFolder;
	/** Where drafts are kept: outside of Git. */
	readonly drafts: string;
	/** What a text may name, as it was read last. */
	readonly corpus: (path: string) => Corpus;
}

const englishOf = (path: string): string => path.replace(/[^/]+(?=\.\w+$)/, 'en');

/** Puts the pieces under the screen together, on a content folder. */
export function openCore({ content, drafts, corpus }: Places): Core {
	makeIgnored(drafts);
	const now = (): Date => new Date();
	const folder = new DraftFolder({
		folder: drafts,
		textOf: (path) => content.text(path),
		now
	});
	const repository = new Repository(content.folder);
	const checker = new CorpusChecker();
	const parsed = new ParsedBefore();

	const overlay = (draft: string | undefined): Overlay =>
		new Map(draft === undefined ? [] : folder.texts(draft).map(({ path, text }) => [path, text]));
	const textOf = (path: string, draft: string | undefined): string | undefined =>
		(draft === undefined ? undefined : folder.text(draft, path)?.text) ?? content.text(path);
	const documentOf = (path: string, text: string, draft?: string): SourceDocument | undefined => {
		const english = englishOf(path) === path ? undefined : textOf(englishOf(path), draft);
		return toDocument(path, text, english);
	};
	const shown = (
		{ file, ...found }: Parameters<typeof toEditorDiagnostic>[0] & { readonly file: string },
		over: Overlay
	): EditorDiagnostic => {
		const path = content.pathOf(file) ?? file;
		const text = over.get(path) ?? content.text(path);
		const document = text === undefined ? undefined : toDocument(path, text);
		return toEditorDiagnostic({ file, ...found }, path, document, {});
	};

	return {
		listTexts: (draft) => {
			const over = overlay(draft);
			const texts = content.sources(over).flatMap(({ path, text }) => {
				const [, kind, slug, lang] =
					/^(guide|directive)s\/([\w-]+)\/([\w-]+)\.md$/.exec(path) ?? [];
				const document = kind && slug && lang ? toDocument(path, text) : undefined;
				if (!document) return [];
				const title = document.fields.find(({ name }) => name === 'title')?.value;
				const named = typeof title === 'string' ? title : document.slug;
				return [
					{ path, id: `${document.kind}/${document.slug}`, lang: document.lang, title: named }
				];
			});
			return Promise.resolve(texts);
		},
		readDocument: (path, draft) => {
			const text = textOf(path, draft);
			return Promise.resolve(text === undefined ? undefined : documentOf(path, text, draft));
		},
		parseText: (path, text, draft) => Promise.resolve(documentOf(path, text, draft)),
		applyEdit,
		facts: (query) => {
			const words = query.toLowerCase().split(/\s+/).filter(Boolean);
			const all = [...corpus('guides/any/en.md').facts.values()].map(({ fields }) => fields);
			const found = all.filter(({ id, topic, statement, quote, sourceTitle }) => {
				const text = [id, topic, statement, quote, sourceTitle].join(' ').toLowerCase();
				return words.every((word) => text.includes(word));
			});
			return Promise.resolve(found.map((fact) => ({ ...fact, isWeak: isWeak(fact) })));
		},
		checkFile: (path, text, draft) => {
			const english = textOf(englishOf(path), draft);
			const beside = english === undefined ? undefined : content.fileOf(englishOf(path), english);
			const found = checkFile(content.fileOf(path, text), beside, corpus(path), parsed);
			const document = documentOf(path, text, draft);
			return Promise.resolve(found.map((it) => toEditorDiagnostic(it, path, document, {})));
		},
		checkCorpus: async (revision, draft) => {
			const over = overlay(draft);
			const today = dayIn(corpus('').site.fields.timeZone, now());
			const asked = { content: content.folder, over: [...over], today };
			const answer = await checker.check(asked);
			if (!answer) return { revision, diagnostics: [], isNewest: false };
			const problems = answer.problems.map((it) => shown(it, over));
			const notices = answer.notices.map((it) => {
				return { ...shown(it, over), severity: 'notice' } as const;
			});
			return { revision, diagnostics: [...problems, ...notices], isNewest: true };
		},
		listDrafts: () => Promise.resolve(folder.list()),
		startDraft: (title, by) => Promise.resolve(folder.start(title, by)),
		dropDraft: (draft) => Promise.resolve(folder.drop(draft)),
		openFile: (draft, path) => Promise.resolve(folder.open(draft, path)),
		keep: (request) => Promise.resolve(folder.keep(request)),
		undo: (...step) => Promise.resolve(folder.undo(...step)),
		redo: (...step) => Promise.resolve(folder.redo(...step)),
		commit: async (draft, message, by) => {
			const branch = folder.find(draft)?.branch;
			if (branch === undefined) return { state: 'nothing-changed' };
			const texts = folder
				.texts(draft)
				.map((kept) => ({ path: kept.path, text: kept.text, before: before(kept) }))
				.filter((it) => it.text !== it.before);
			const result = await repository.commit({ branch, message, by, at: now(), texts });
			if (result.state === 'committed') {
				for (const { path, text } of texts) folder.setCommitted(draft, path, text);
			}
			return result;
		},
		close: () => checker.close()
	};
}

/** Where drafts of a content folder are kept, if nothing else is said. */
export const draftsOf = (content: string): string => join(content, '..', '..', '.data', 'editor');
