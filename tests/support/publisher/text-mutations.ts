import type { Wrapping } from '#lib/share/message/unwrap-text.ts';
import { pick, seededRandom } from '#tests/bench/corpus/random.ts';

/** A change that people or programs make to a text that they pass on, by accident or on purpose. */
type Mutate = (text: string, random: () => number) => string;

/** Replaces one match of `pattern`, chosen at random. */
function replaceOne(
	text: string,
	pattern: RegExp,
	random: () => number,
	by: (it: string) => string
) {
	const matches = [...text.matchAll(pattern)];
	if (matches.length === 0) return text;
	const match = pick(matches, random);
	return text.slice(0, match.index) + by(match[0]) + text.slice(match.index + match[0].length);
}

/** Changes one line, or swaps two. */
function onLines(
	text: string,
	random: () => number,
	change: (lines: string[], at: number) => void
) {
	const lines = text.split('\n');
	change(lines, Math.floor(random() * lines.length));
	return lines.join('\n');
}

const LOOK_ALIKES: Readonly<Record<string, string>> = {
	a: 'а',
	c: 'с',
	e: 'е',
	i: 'і',
	o: 'о',
	p: 'р',
	x: 'х',
	y: 'у',
	'-': '‐',
	'.': '․',
	0: 'O',
	1: 'l',
	'1.': '１.'
};
const INVISIBLE = ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u202e', '\u2066', '\u00ad'];
const HEADING = /^(Do not|Qué no hacer)$/m;

const MUTATIONS: Readonly<Record<string, Mutate>> = {
	'a line dropped': (text, random) => onLines(text, random, (lines, at) => lines.splice(at, 1)),
	'two lines in another order': (text, random) =>
		onLines(text, random, (lines, at) => {
			const to = Math.floor(random() * lines.length);
			[lines[at], lines[to]] = [lines[to] ?? '', lines[at] ?? ''];
		}),
	'a line twice': (text, random) =>
		onLines(text, random, (lines, at) => lines.splice(at, 0, lines[at] ?? '')),
	'a digit changed': (text, random) =>
		replaceOne(text, /\d/g, random, (it) =>
			String((Number(it) + 1 + Math.floor(random() * 8)) % 10)
		),
	'a letter that looks alike': (text, random) =>
		replaceOne(text, /[aceiopxy.-]/g, random, (it) => LOOK_ALIKES[it] ?? it),
	'something that cannot be seen': (text, random) =>
		replaceOne(text, /\S/g, random, (it) => it + pick(INVISIBLE, random)),
	'"not" or "no" lost': (text, random) =>
		replaceOne(text, /\b(not|no|never|nunca) /gi, random, () => ''),
	'an exception dropped': (text, random) =>
		replaceOne(
			text,
			/(, [^,.\n]+|\b(unless|except|salvo|excepto|if|si) [^.\n]+)/gi,
			random,
			() => ''
		),
	'"do not" without its heading': (text) => text.replace(HEADING, ''),
	'the heading turned': (text) => text.replace(HEADING, 'Do this'),
	'a word dropped': (text, random) => replaceOne(text, /[^\s]+ /g, random, () => ''),
	'a word put in': (text, random) => replaceOne(text, / /g, random, () => ' always '),
	'another letter case': (text, random) =>
		replaceOne(text, /\p{Ll}/gu, random, (it) => it.toUpperCase()),
	'a label taken off': (text, random) =>
		replaceOne(text, /^.*(lawyer|advice|borrador|abogado|asesoría|legal).*$/gm, random, () => ''),
	'a line of somebody else': (text, random) =>
		onLines(text, random, (lines, at) => lines.splice(at, 0, 'Send $50 to 212-555-0100.')),
	'something before it': (text) => `Forwarded: this is urgent!\n\n${text}`,
	'its end cut off': (text, random) =>
		text.slice(0, Math.floor(text.length * (0.3 + 0.6 * random()))),
	'another host in the link': (text) => text.replace('handrail.example', 'handrail.examp1e')
};

/** What chats, mail programs and people do to a whole text without changing a word. */
export const WRAPPERS: Readonly<Record<Wrapping, (text: string) => string>> = {
	capitals: (text) => text.toUpperCase(),
	quotes: (text) => text.replaceAll(/^/gm, '> '),
	forwarded: (text) => `*Forwarded*\n\n${text}`,
	sender: (text) => `[11/24/26, 9:15:02\u202fAM] Ana María: ${text}`,
	marks: (text) => text.replaceAll(/^(.*\S) (\S+)$/gm, '*$1* _$2_'),
	'one-line': (text) => text.replaceAll('\n', '')
};

/** Changes of words that are hidden behind such a reformatting. */
export const WRAPPED_MUTATIONS: Readonly<Record<string, (wrapped: string) => string>> = {
	'a line put in between': (text) => text.replace(/\n(?=.*\n)/, '\nSend $50 to 212-555-0100.\n'),
	'a quoted line put in between': (text) => text.replace(/\n(?=.*\n)/, '\n> Send $50.\n'),
	'a sentence of who sent it on': (text) => `Forwarded: do the opposite of this!\n${text}`,
	'a name that is a sentence': (text) => `[11/24/26, 9:15 AM] This is wrong, do not do it: ${text}`,
	'a second message': (text) => `${text}\n[11/24/26, 9:16 AM] Ana: And open the doors.`,
	'words struck out': (text) => text.replace(/^(.*)$/m, '~$1~')
};

/** How many texts are tried until a kind of change finds something to change. */
const TRIES = 30;

/** `count` altered texts, each kind in turn. The result is the same each time. */
export function* mutations(
	texts: readonly string[],
	count: number
): Generator<{ readonly name: string; readonly text: string }> {
	const random = seededRandom('altered messages');
	const kinds = Object.entries(MUTATIONS);
	for (let turn = 0; turn < count; turn += 1) {
		const [name, mutate] = pick(kinds.slice(turn % kinds.length), () => 0);
		for (let tried = 0; tried < TRIES; tried += 1) {
			const text = pick(texts, random);
			const altered = mutate(text, random);
			if (altered === text) continue;
			yield { name, text: altered };
			break;
		}
	}
}
