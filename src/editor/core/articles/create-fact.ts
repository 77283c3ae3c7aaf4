import { fail, ok, type Result } from '#lib/edition/result.ts';
import type { Corpus } from '../../../compiler/read/corpus.ts';
import type { JsonValue } from '../contract/document.ts';
import type { NewFact, NewFactResult, NewSource } from '../contract/new-fact.ts';
import { applyEdit } from '../edits/apply-edit.ts';
import { yamlOf } from './yaml-of.ts';

export const FACTS = 'evidence/facts.json';

type Refusal = Extract<NewFactResult, { state: 'refused' }>['reason'];

interface Around {
	readonly corpus: Corpus;
	/** A text as it is now, with the draft over it. */
	readonly textOf: (path: string) => string | undefined;
}

interface Made {
	readonly id: string;
	readonly files: ReadonlyMap<string, string>;
}

/** The list of facts with one more, and the file of its source, which names it. */
export function createFact(form: NewFact, { corpus, textOf }: Around): Result<Made, Refusal> {
	const topic = topicOf(form.topic, corpus);
	const id = topic && nextId(topic.number, corpus);
	if (!topic || id === undefined) return fail('topic-full');
	const source = sourceWith(form.source, id, { corpus, textOf });
	if (!source.ok) return source;
	const { path, text, title, url, day } = source.value;
	const { statement, quote, confidence, note } = form;
	const about = { sourceTitle: title, sourceUrl: url, sourceDate: day };
	const fact = { id, topic: topic.heading, statement, quote, ...about, confidence, note };
	const files = new Map([
		[FACTS, appended(textOf(FACTS) ?? '[]\n', fact)],
		[path, text]
	]);
	return ok({ id, files });
}

/** `3. Schools`: a number and words. One that is not there gets the next number. */
function topicOf(
	wanted: string,
	{ facts }: Corpus
): { number: number; heading: string } | undefined {
	const known = [...facts.values()].map(({ fields }) => fields.topic);
	const numberOf = (topic: string): number => Number(/^\d+/.exec(topic)?.[0] ?? 0);
	if (known.includes(wanted)) return { number: numberOf(wanted), heading: wanted };
	const number = Math.max(0, ...[...facts.keys()].map((id) => Number(id.split('.')[0]))) + 1;
	const words = wanted.replace(/^\d+\.\s*/, '');
	return number > MOST ? undefined : { number, heading: `${String(number)}. ${words}` };
}

const MOST = 99;

function nextId(topic: number, { facts }: Corpus): string | undefined {
	const own = [...facts.keys()].filter((id) => id.startsWith(`${String(topic)}.`));
	const next = Math.max(0, ...own.map((id) => Number(id.split('.')[1]))) + 1;
	return next > MOST ? undefined : `${String(topic)}.${String(next).padStart(2, '0')}`;
}

interface SourceText {
	readonly path: string;
	readonly text: string;
	readonly title: string;
	readonly url: string;
	readonly day: string;
}

function sourceWith(
	source: string | NewSource,
	fact: string,
	{ corpus, textOf }: Around
): Result<SourceText, Refusal> {
	if (typeof source !== 'string') {
		const { slug, title, url, docDate, ...others } = source;
		const path = `sources/${slug}.yaml`;
		if (textOf(path) !== undefined) return fail('has-such-source');
		const date = docDate === '' ? null : docDate;
		const fields = { kind: 'source', slug, title, ...others, url, docDate: date, facts: [fact] };
		return ok({ path, text: yamlOf(fields), title, url, day: docDate });
	}
	const path = `sources/${source}.yaml`;
	const text = textOf(path);
	const known = corpus.sources.get(source)?.fields;
	if (text === undefined || !known) return fail('no-such-source');
	const value: JsonValue = [...known.facts, fact];
	const edited = applyEdit(path, text, { type: 'set-field', path: ['facts'], value });
	if (!edited.ok) return fail('no-such-source');
	const { title, url, docDate } = known;
	return ok({ path, text: edited.value.text, title, url, day: docDate ?? '' });
}

/** Behind the last one: every other byte stays. */
function appended(list: string, fact: object): string {
	const end = list.lastIndexOf(']');
	const before = list.slice(0, end).trimEnd();
	const own = JSON.stringify(fact, null, 2).replaceAll('\n', '\n  ');
	const comma = before.endsWith('[') ? '' : ',';
	return `${before}${comma}\n  ${own}\n${list.slice(end)}`;
}
