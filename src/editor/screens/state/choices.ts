import type { FieldShape, JsonValue } from '../../core/contract/document.ts';

/** The words that a field has in the file, of its list or not; `undefined`: it has something else. */
export function chosenIn(value: JsonValue, { holds }: FieldShape): readonly string[] | undefined {
	if (value === null || value === '') return [];
	const all = Array.isArray(value) ? (value as readonly JsonValue[]) : [value];
	// several where one belongs are no choice of one
	const isFit = holds === 'list' || !Array.isArray(value);
	return isFit && all.every((it) => typeof it !== 'object') ? all.map(String) : undefined;
}

/** The list with a word more or less; whatever else is in it stays as it is, in its order. */
export function withChoice(value: JsonValue, word: string, isChosen: boolean): JsonValue[] {
	const all = Array.isArray(value) ? (value as readonly JsonValue[]) : [value];
	const own = all.filter((it) => it !== null && it !== '');
	return isChosen
		? [...own, word]
		: own.filter((it) => typeof it === 'object' || String(it) !== word);
}
