import { isMap, isSeq, parseDocument, type Node, type Pair } from 'yaml';

type Range = readonly [start: number, end: number];

/** The text without these ranges, each widened to whole lines where nothing else stands on them. */
function without(text: string, ranges: readonly Range[]): string {
	const widened = ranges.map(([from, to]): Range => {
		const start = text.lastIndexOf('\n', from - 1) + 1;
		const next = text.indexOf('\n', to - 1);
		return [start, next < 0 ? text.length : next + 1];
	});
	return [...widened]
		.sort(([a], [b]) => b - a)
		.reduce((rest, [start, end]) => rest.slice(0, start) + rest.slice(end), text);
}

/**
 * A list of words in YAML without those that `isGone` names, every other byte as it was. A list that
 * lost some is written in one line.
 */
export function keepWords(yaml: string, field: string, isGone: (word: string) => boolean): string {
	const list = parseDocument(yaml).get(field, true);
	if (!isSeq(list) || !list.range) return yaml;
	const words = list.toJSON().map(String);
	const kept = words.filter((word) => !isGone(word));
	if (kept.length === words.length) return yaml;
	const [start, end] = list.range;
	const tail = yaml.slice(start, end).endsWith('\n') ? '\n' : '';
	return `${yaml.slice(0, start)}[${kept.join(', ')}]${tail}${yaml.slice(end)}`;
}

/** A map of YAML without these keys; without the map where none is left. */
export function keepKeys(yaml: string, field: string, isGone: (key: string) => boolean): string {
	const document = parseDocument(yaml);
	const map = document.get(field, true);
	if (!isMap(map)) return yaml;
	const gone = map.items.filter(({ key }) => isGone(String(key)));
	if (gone.length === 0) return yaml;
	if (gone.length === map.items.length) return withoutField(yaml, field);
	return without(yaml, gone.map(rangeOf));
}

/** A list of maps without those that `isGone` names by a field of theirs. */
export function keepItems(
	yaml: string,
	field: string,
	by: string,
	isGone: (value: string) => boolean
): string {
	const list = parseDocument(yaml).get(field, true);
	if (!isSeq(list)) return yaml;
	const gone = list.items.filter((item) => isMap(item) && isGone(String(item.get(by))));
	if (gone.length === 0) return yaml;
	if (gone.length === list.items.length) return withoutField(yaml, field);
	return without(
		yaml,
		gone.map((item): Range => endOf((item as Node).range))
	);
}

function withoutField(yaml: string, field: string): string {
	const { contents } = parseDocument(yaml);
	const pair = isMap(contents) && contents.items.find(({ key }) => String(key) === field);
	return pair ? without(yaml, [rangeOf(pair)]) : yaml;
}

function rangeOf({ key, value }: Pair): Range {
	const [start = 0] = (key as Node).range ?? [];
	const [, end] = endOf((value as Node | null)?.range);
	return [start, Math.max(start + 1, end)];
}

const endOf = (range: Node['range'] | undefined): Range => [range?.[0] ?? 0, range?.[1] ?? 0];
