import { hasWord, type Say, type Word } from './say.ts';

/** What a field of the content is called; its name in the file, where there is no word for it. */
export const fieldWord = (say: Say, name: string): string =>
	hasWord(`field_${name}`) ? say(`field_${name}` as Word) : name;
