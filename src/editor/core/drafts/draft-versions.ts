import { createHash } from 'node:crypto';
import type { ContestedText, SettleRequest, SettleResult } from '../contract/drafts.ts';
import type { Committed, OtherText, Repository } from '../repository/repository.ts';
import type { DraftFolder } from './draft-folder.ts';
import { before } from './kept-text.ts';
import { mergedText, mergeTexts } from './merge-texts.ts';

/** What a version of a draft would be written over, and how the two become one. */
export class DraftVersions {
	readonly #drafts: DraftFolder;
	readonly #repository: Repository;

	constructor(drafts: DraftFolder, repository: Repository) {
		this.#drafts = drafts;
		this.#repository = repository;
	}

	/** What the next version has. */
	texts(draft: string): Committed[] {
		const open = this.#drafts.texts(draft).filter((it) => it.text !== before(it));
		return open.map((it) => ({ path: it.path, text: it.text, before: before(it) }));
	}

	async contested(draft: string): Promise<readonly ContestedText[]> {
		const texts = this.texts(draft);
		const others = await this.#others(draft, texts);
		return others.flatMap((other) => {
			const own = texts.find(({ path }) => path === other.path);
			return own ? [this.#contestedText(draft, own, other)] : [];
		});
	}

	/** The server makes the text of its own two: what is sent are choices, and no words. */
	async settle({ draft, theirs, choices, ...asked }: SettleRequest): Promise<SettleResult> {
		const texts = this.texts(draft).filter(({ path }) => path === asked.path);
		const [own] = texts;
		const [other] = await this.#others(draft, texts);
		if (!own || !other || nameOf(other) !== theirs) return { state: 'overtaken' };
		const text = mergedText(piecesOf(own, other), choices);
		if (text === undefined) return { state: 'overtaken' };
		// a text that is gone there is written anew
		const isKept = this.#drafts.rebase({ draft, ...asked }, text, other.text);
		return { state: isKept ? 'settled' : 'overtaken' };
	}

	async #others(draft: string, texts: readonly Committed[]): Promise<readonly OtherText[]> {
		const branch = this.#drafts.find(draft)?.branch;
		return branch === undefined ? [] : this.#repository.others(branch, texts);
	}

	#contestedText(draft: string, own: Committed, other: OtherText): ContestedText {
		const { path, by } = other;
		const revision = this.#drafts.revision(draft, path);
		return { path, revision, by, theirs: nameOf(other), pieces: piecesOf(own, other) };
	}
}

const piecesOf = ({ before: base, text }: Committed, other: OtherText) =>
	other.text === null ? [{ text }] : mergeTexts(base, text, other.text);

const nameOf = ({ text }: OtherText): string =>
	createHash('sha256')
		.update(text ?? '')
		.digest('hex');
