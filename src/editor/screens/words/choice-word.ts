import { hasWord, type Say } from './say.ts';

/** A word of the content's closed lists, as people say it. */
export function choiceWord(say: Say, field: string, value: string): string {
	const word = `${field}_${value.replaceAll('-', '_')}`;
	return hasWord(word) ? say(word) : value;
}
