import type { Article } from '#lib/edition/article.ts';
import { callable } from '#lib/reader/contacts/callable.ts';
import { plainText } from '#lib/edition/text/plain-text.ts';
import { foldText } from './fold-text.ts';

/** `frame`: labels, dates and the like. They prove nothing, because anyone can put them below any text. */
export type LineMark = 'ours' | 'not-ours' | 'frame';

export interface JudgedLine {
	readonly text: string;
	readonly mark: LineMark;
}

export interface JudgedText {
	readonly lines: readonly JudgedLine[];
	/** Articles (`guide/school-bus`) that have one of the lines. */
	readonly ids: readonly string[];
}

/** Where a line is in an article. With `under`, it counts only below that heading, such as "Do not". */
interface Place {
	readonly id: string;
	readonly under?: string;
}

/** An index of the lines of guidance in articles. Only whole lines match. */
export class KnownLines {
	readonly #places = new Map<string, Place[]>();
	readonly #headings = new Set<string>();

	add(id: string, article: Article): void {
		this.#add(id, article.title, article.summary);
		if (article.kind === 'directive') {
			this.#add(id, plainText(article.short.html));
			return;
		}
		const { do: steps, say, dont } = article;
		for (const [index, { html }] of steps.items.entries()) {
			const step = plainText(html);
			this.#add(id, step, `${String(index + 1)}. ${step}`);
		}
		for (const { html } of say?.items ?? []) this.#add(id, plainText(html));
		const contact = callable(article)?.contact;
		if (contact) this.#add(id, `${contact.name}: ${contact.display ?? contact.phone ?? ''}`);
		if (!dont) return;
		const under = foldText(dont.heading);
		this.#headings.add(under);
		for (const { html } of dont.items) {
			const item = plainText(html);
			for (const line of [item, `– ${item}`]) this.#put(line, { id, under });
		}
	}

	/** Marks each line of a text. `frame` has the folded lines around guidance. */
	judge(text: string, frame: ReadonlySet<string>): JudgedText {
		const ids = new Set<string>();
		let heading: string | undefined;
		const lines = text.split(/[\n\r\u2028\u2029]+/).flatMap((line): JudgedLine[] => {
			const folded = foldText(line);
			if (folded === '') return [];
			const places = (this.#places.get(folded) ?? []).filter(
				({ under }) => under === undefined || under === heading
			);
			const isUnder = places.some(({ under }) => under !== undefined);
			if (this.#headings.has(folded)) heading = folded;
			else if (!isUnder) heading = undefined;
			for (const { id } of places) ids.add(id);
			if (places.length > 0) return [{ text: line, mark: 'ours' }];
			const isFrame = frame.has(folded) || heading === folded;
			return [{ text: line, mark: isFrame ? 'frame' : 'not-ours' }];
		});
		return { lines, ids: [...ids] };
	}

	#add(id: string, ...lines: readonly string[]): void {
		for (const line of lines) this.#put(line, { id });
	}

	#put(line: string, place: Place): void {
		const folded = foldText(line);
		const places = this.#places.get(folded) ?? [];
		// many articles may share a line; a few of them are enough to name
		if (places.length < MOST_PLACES) places.push(place);
		this.#places.set(folded, places);
	}
}

const MOST_PLACES = 8;
