/* eslint-disable @typescript-eslint/require-await -- the screens ask it as they ask a server: each answer is a promise */
import { join } from 'node:path';
import { compareWithPublished } from '../../compiler/compare/compare-with-published.ts';
import { checkCorpus } from '../../compiler/check/check-corpus.ts';
import { sortDiagnostics, type Diagnostic } from '../../compiler/base/diagnostic.ts';
import type { Corpus } from '../../compiler/read/corpus.ts';
import { readTaskFiles } from '../../compiler/report/editor-tasks.ts';
import { DraftApprovals } from './approvals/draft-approvals.ts';
import { hasNewAttestation } from './approvals/attestations.ts';
import { createArticle } from './articles/create-article.ts';
import { createFact } from './articles/create-fact.ts';
import { checkFile } from './checks/check-file.ts';
import { CorpusChecker } from './checks/corpus-checker.ts';
import { filledText } from './checks/filled-text.ts';
import { toEditorDiagnostic } from './checks/to-editor-diagnostic.ts';
import { ContentFolder } from './content/content-folder.ts';
import { DraftContent } from './content/draft-content.ts';
import { findFacts } from './content/find-facts.ts';
import type { EditorCore } from './contract.ts';
import type { EditorDiagnostic } from './contract/diagnostics.ts';
import type { KeepRequest, KeepResult } from './contract/drafts.ts';
import { behindTexts } from './dashboard/behind-texts.ts';
import { dashboard } from './dashboard/dashboard.ts';
import { madeEdition } from './dashboard/made-edition.ts';
import { createRefOf, textRefs } from './dashboard/text-refs.ts';
import { partChanges } from './document/document-parts.ts';
import { toDocument } from './document/to-document.ts';
import { DraftFolder, makeIgnored } from './drafts/draft-folder.ts';
import { DraftVersions } from './drafts/draft-versions.ts';
import { before, writersOf } from './drafts/kept-text.ts';
import { applyEdit } from './edits/apply-edit.ts';
import { DraftTranslations } from './translations/draft-translations.ts';
import { Repository } from './repository/repository.ts';

/** Where the core works. */
export interface EditorPlaces {
	readonly content: string;
	/** Drafts. Beside the content's repository, or in it: Git is told to ignore it. */
	readonly state?: string;
	/** The edition that readers have, as `edition:build` leaves it. */
	readonly published?: string;
	/** The folder that `watch:sources` writes, if somebody runs it. */
	readonly watch?: string | undefined;
	/** The host of the screen, which passkeys are made for. */
	readonly host?: string;
	/** Absent: one person works here, or some who trust what each other types. */
	readonly team?: { readonly emailOf: (name: string) => string } | undefined;
	readonly now?: () => Date;
	/** How long nobody may have typed before the whole corpus is checked. */
	readonly quietMs?: number;
}

/** All that the screens ask for, over the folders of this computer. */
export async function createEditorCore({
	content: contentFolder,
	state = '.handrail-edit',
	published = 'static/published',
	watch,
	host = 'localhost',
	team,
	now = () => new Date(),
	quietMs
}: EditorPlaces): Promise<EditorCore> {
	makeIgnored(state);
	const folder = new ContentFolder(contentFolder);
	const drafts = new DraftFolder({ folder: state, textOf: (path) => folder.text(path), now });
	const content = new DraftContent(folder, drafts, now);
	const approvals = new DraftApprovals(content, drafts, host);
	const checker = new CorpusChecker(quietMs);
	const repository = new Repository(contentFolder, { isFollowing: team === undefined });

	const versions = new DraftVersions(drafts, repository);

	const pathOf = (name: string) => folder.pathOf(name);
	const documentOf = (path: string, text: string, draft?: string) =>
		toDocument(path, text, content.english(path, draft)?.text);

	/** Found by the compiler, and shown at the fields of the texts that the draft has. */
	const shown = (draft: string | undefined, path: string, text?: string) => {
		const own = text ?? content.text(path, draft);
		const document = own === undefined ? undefined : documentOf(path, own, draft);
		const fieldOf = (at: string, field: string) => {
			const other = content.text(at, draft);
			const fields = other === undefined ? [] : (documentOf(at, other, draft)?.fields ?? []);
			return fields.find(({ name }) => name === field)?.value;
		};
		const filled = () =>
			own === undefined
				? undefined
				: filledText(folder.fileOf(path, own), content.english(path, draft), content.before);
		const context = {
			...{ filled, fieldOf, pathOf },
			dayOf: (source: string) =>
				content.lastCorpus(draft).sources.get(source)?.fields.docDate ?? undefined,
			english: () => {
				const original = content.english(path, draft);
				return original && toDocument(original.path, original.text);
			}
		};
		return (diagnostic: Diagnostic): EditorDiagnostic =>
			toEditorDiagnostic(diagnostic, path, document, context);
	};
	const showAll = (draft: string | undefined, all: readonly Diagnostic[]) => {
		const byFile = new Map<string, ReturnType<typeof shown>>();
		return all.map((it) => {
			const path = folder.pathOf(it.file) ?? it.file;
			const show = byFile.get(path) ?? shown(draft, path);
			byFile.set(path, show);
			return show(it);
		});
	};
	const problemsOf = (path: string, text: string, draft?: string): Diagnostic[] => {
		return checkFile(
			folder.fileOf(path, text),
			content.english(path, draft),
			content.lastCorpus(draft),
			content.before
		);
	};
	const translations = new DraftTranslations(content, drafts, (path, text, draft) =>
		problemsOf(path, text, draft).map(shown(draft, path, text))
	);
	const wholeCheck = (draft?: string) => {
		const { corpus, diagnostics } = content.parse(draft);
		return { corpus, problems: sortDiagnostics([...diagnostics, ...checkCorpus(corpus)]) };
	};
	const changesOf = (corpus: Corpus) => {
		const changes = compareWithPublished(corpus, { out: published });
		return 'nothing' in changes ? undefined : changes;
	};

	/** Who works with others cannot type what they have approved or checked: there is a call for that. */
	const keep = (request: KeepRequest): KeepResult =>
		drafts.keep(request, (edited, { text, base, committed }) => {
			const isAttesting = team && hasNewAttestation(edited, [text, base, committed], request.by);
			return isAttesting ? 'attested' : undefined;
		});

	return Promise.resolve({
		draftTexts: async (draft) => content.over(draft),
		listTexts: async (draft) => textRefs(content.corpus(draft), pathOf),
		readDocument: async (path, draft) => {
			const text = content.text(path, draft);
			return text === undefined ? undefined : documentOf(path, text, draft);
		},
		parseText: async (path, text, draft) => documentOf(path, text, draft),
		applyEdit,
		facts: async (query, draft) => findFacts(content.lastCorpus(draft), query),

		checkFile: async (path, text, draft) =>
			problemsOf(path, text, draft).map(shown(draft, path, text)),
		checkCorpus: async (revision, draft) => {
			const corpus = content.lastCorpus(draft);
			const over = [...content.over(draft)];
			const asked = { content: folder.folder, over, today: content.today(corpus) };
			const answer = await checker.check(asked);
			if (!answer) return { revision, diagnostics: [], isNewest: false };
			const notices = showAll(draft, answer.notices);
			return {
				revision,
				isNewest: true,
				diagnostics: [
					...showAll(draft, answer.problems),
					...notices.map((it) => ({ ...it, severity: 'notice' as const }))
				]
			};
		},

		listDrafts: async () => drafts.list(),
		startDraft: async (title, by) => drafts.start(title, by),
		dropDraft: async (draft) => {
			drafts.drop(draft);
			content.forget(draft);
		},
		openFile: async (draft, path) => drafts.open(draft, path),
		keep: async (request) => {
			const result = keep(request);
			if (result.state !== 'conflict' || result.yours === undefined) return result;
			const [yours, theirs] = [result.yours, result.theirs.text].map((text) =>
				documentOf(request.path, text, request.draft)
			);
			return { ...result, ...(yours && theirs && { parts: partChanges(yours, theirs) }) };
		},
		undo: async (draft, path, revision, by) => drafts.undo(draft, path, revision, by),
		redo: async (draft, path, revision, by) => drafts.redo(draft, path, revision, by),
		commit: async (draft, message, by) => {
			const info = drafts.find(draft);
			if (!info) return { state: 'nothing-changed' };
			const texts = versions.texts(draft);
			const open = drafts.texts(draft).filter((it) => it.text !== before(it));
			const writers = writersOf(open).map((name) =>
				name === by.name ? by : { name, email: team?.emailOf(name) ?? '' }
			);
			const { branch } = info;
			const done = await repository.commit({ branch, message, by, writers, at: now(), texts });
			if (done.state !== 'committed') return done;
			for (const { path, text } of texts) drafts.setCommitted(draft, path, text);
			translations.forget();
			return done;
		},
		contested: (draft) => versions.contested(draft),
		settle: (request) => versions.settle(request),
		planPush: async (draft) => {
			const info = drafts.find(draft);
			return info ? repository.planPush(info.branch) : { state: 'nothing' };
		},
		push: async (draft) => {
			const info = drafts.find(draft);
			return info
				? repository.push(info.branch)
				: { state: 'failed', reason: 'other', said: draft };
		},

		createArticle: async (draft, form, by) => {
			const corpus = content.corpus(draft);
			const textOf = (path: string) => content.text(path, draft);
			// of a name that is taken: its text, and translations of it, would be written over
			if (textOf(`${form.kind}s/${form.slug}/en.md`) !== undefined) {
				return { paths: [], diagnostics: [] };
			}
			const around = { corpus, today: content.today(corpus), textOf, by: by.name };
			const files = createArticle(form, around);
			for (const [path, text] of files) drafts.put(draft, path, text, by.name);
			const checked = wholeCheck(draft);
			const names = new Set([...files.keys()].map((path) => join(folder.folder, path)));
			const own = checked.problems.filter(({ file }) => names.has(join(file)));
			return { paths: [...files.keys()], diagnostics: showAll(draft, own) };
		},

		factChoices: async (draft) => {
			const corpus = content.corpus(draft);
			const topics = new Set([...corpus.facts.values()].map(({ fields }) => fields.topic));
			const sources = [...corpus.sources].map(([slug, { fields }]) => ({
				...{ slug, title: fields.title }
			}));
			return { topics: [...topics], sources, today: content.today(corpus) };
		},
		createFact: async (draft, form, by) => {
			const corpus = content.parse(draft).corpus;
			const textOf = (path: string) => content.text(path, draft);
			const made = createFact(form, { corpus, textOf });
			if (!made.ok) return { state: 'refused', reason: made.code };
			const { id, files } = made.value;
			const problems = content.problemsWith(draft, files);
			if (problems.length > 0) {
				return { state: 'has-problems', diagnostics: showAll(draft, problems) };
			}
			for (const [path, text] of files) drafts.put(draft, path, text, by.name);
			// who looks for it next finds it
			content.corpus(draft);
			return { state: 'added', id };
		},

		behind: async (draft) => {
			const corpus = content.corpus(draft);
			return behindTexts(corpus, createRefOf(corpus, pathOf));
		},
		translation: async (path, draft) => translations.view(path, draft),
		translate: async (request) => translations.translate(request),
		setChecked: async (draft, path, by) => translations.setChecked(draft, path, by.name),

		approvals: async (path, draft) => approvals.state(path, draft),
		approve: async (request) => {
			const text = content.text(request.path, request.draft) ?? '';
			const problems = problemsOf(request.path, text, request.draft);
			return approvals.approve(request, problems.length > 0);
		},
		registerPasskey: async (draft, key, by) => approvals.register(draft, key, by.name),

		dashboard: async (draft) => {
			const { corpus, problems } = wholeCheck(draft);
			return dashboard({
				corpus,
				pathOf,
				today: content.today(corpus),
				changes: changesOf(corpus),
				problems: problems.length,
				tasks: watch === undefined ? undefined : readTaskFiles(join(watch, 'tasks')),
				drafts: drafts.list()
			});
		},
		makeEdition: async (draft) => {
			const { corpus, problems } = wholeCheck(draft);
			if (problems.length > 0) {
				return { state: 'has-problems', diagnostics: showAll(draft, problems) };
			}
			return madeEdition(corpus, pathOf, published);
		},
		close: () => checker.close()
	} satisfies EditorCore);
}
