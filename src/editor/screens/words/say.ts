import { fillText } from '#lib/messages/translate.ts';
import { en } from './en.ts';
import { es } from './es.ts';

/** The languages of this screen, which are not those of the guides. */
export type Tongue = 'en' | 'es';
export type Word = keyof typeof en;

/** `say('saved', { time })`; with `count` the form of that number, if the word has one. */
export type Say = (word: Word, params?: Readonly<Record<string, string | number>>) => string;

const BOOKS: Readonly<Record<Tongue, Readonly<Record<Word, string>>>> = { en, es };

/** @param isTeam whether words that are other ones where several work are those */
export function createSay(tongue: Tongue, isTeam = false): Say {
	const book = BOOKS[tongue];
	return (word, params = {}) => {
		const ofTeam = `${word}_team`;
		const said = isTeam && hasWord(ofTeam) ? book[ofTeam] : book[word];
		// "one problem|{{count}} problems": both languages have these two forms
		const [one = '', other = one] = said.split('|');
		return fillText(params['count'] === 1 ? one : other, params);
	};
}

/** Whether there is a word of this name: fields of the content have more than this screen explains. */
export const hasWord = (name: string): name is Word => Object.hasOwn(en, name);
