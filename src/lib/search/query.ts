import { askedWords } from './asked-words.ts';
import { SURE, surestOf, type Asked, type Meant } from './find-words.ts';
import { markWords, type Piece } from './mark-words.ts';
import { replaceWords } from './replace-words.ts';
import { WEIGHTS, type LineKind, type SearchIndex } from './search-index.ts';

export interface SearchHit {
	/** `guide/<slug>` or `directive/<slug>`. */
	readonly id: string;
	readonly title: readonly Piece[];
	/** The sentence that says most of what was asked, or the summary. */
	readonly note: readonly Piece[];
	/** The sentence is English in an article of another language. */
	readonly isNoteEnglish: boolean;
}

export interface SearchAnswer {
	/** Those with most of what was asked first, each best first. */
	readonly hits: readonly SearchHit[];
	/** What was looked for instead, where a word was taken for a slip: matches are other words. */
	readonly instead?: readonly Piece[] | undefined;
	/** Each word is one of this language. Where one is not, another language may know it. */
	readonly isUnderstood: boolean;
}

/** Nobody looks through more than a few screens. */
const MOST_ABOUT = 16;
/** Further ones that have the very words, however little they are about them. */
const MOST_LITERAL = 12;
/** Of the best one's score. What is below only has the words. */
const LEAST = 0.06;
/** The same for one that has less than `SHARE` of the weight of all words. */
const LEAST_PARTIAL = 0.35;
const SHARE = 0.4;
/** What to do, before what the rule is. */
const GUIDE = 1.1;

/** A word that no title has, no summary and no reader's words: it says little of what is asked. */
const PASSING = 0.2;
const TELLING: ReadonlySet<LineKind | undefined> = new Set(['title', 'words', 'summary']);

/** Of the weight of a typed phrase, what one of its words has, however long it is. */
const OF_PHRASE = 0.5;
/** Of the weight of a sentence, what several words in it add for standing together. */
const OF_SENTENCE = 0.4;

/** A sentence that tells what to do is shown before one of the rest that says the same. */
const TOLD = 1.1;

interface Score {
	/** What the words say together. */
	score: number;
	/** Of the weight of all words, what it has; and of that of the telling ones. */
	share: number;
	telling: number;
	/** How many of them it has as they were typed. */
	literal: number;
	/** The line of its text that says most, and how much. */
	line: number;
	best: number;
}

/** Characters. A question is shorter; all of a book that is pasted would halt the page for minutes. */
const MOST_ASKED = 1000;

/** Articles that answer a question. With `isLiteral` no word is taken for a slip of another. */
export function query(index: SearchIndex, typed: string, isLiteral = false): SearchAnswer {
	const text = typed.slice(0, MOST_ASKED);
	const asked = askedWords(index, text, isLiteral);
	const isUnderstood = asked.every(({ meant, isGuess }) => !isGuess && surestOf(meant) >= SURE);
	return { hits: findHits(index, asked), instead: replaceWords(index, text, asked), isUnderstood };
}

function findHits(index: SearchIndex, asked: readonly Asked[]): SearchHit[] {
	// what no article says cannot tell them apart
	const words = asked.flatMap(({ meant }) => (meant.size > 0 ? [meant] : []));
	if (words.length === 0) return [];
	const scores = scoreArticles(index, words);
	// a long question is rarely answered with all of its words: the rest is how it was put
	const valueOf = ({ score, share }: Score): number => score * Math.sqrt(share);
	const ranked = [...scores].sort(([, a], [, b]) => valueOf(b) - valueOf(a));
	const most = ranked[0]?.[1].score ?? 0;
	const about = ranked
		.filter(([, it]) => it.score > most * (it.telling < SHARE ? LEAST_PARTIAL : LEAST))
		.slice(0, MOST_ABOUT);
	const literal = ranked
		.filter((it) => !about.includes(it) && it[1].literal === words.length)
		.slice(0, MOST_LITERAL);
	const meant = new Set(words.flatMap((it) => [...it.keys()]));
	return [...about, ...literal].map(([article, score]) => toHit(index, article, score, meant));
}

const NOTHING: Score = { score: 0, share: 0, telling: 0, literal: 0, line: -1, best: 0 };

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, it) => sum + it, 0);

function scoreArticles(index: SearchIndex, words: readonly Meant[]): Map<number, Score> {
	const perWord = words.map((meant) => scoreWord(index, meant));
	// a word that was only guessed says less of what is asked
	const rarity = perWord.map(({ spread }, at) => {
		return surestOf(words[at] ?? new Map()) * Math.log(1.5 + index.documents.length / spread);
	});
	// where no word is in a title, all of them are all that is asked
	const hasTelling = perWord.some(({ isTelling }) => isTelling);
	const isTold = perWord.map(({ isTelling }) => isTelling || !hasTelling);
	const weights = rarity.map((it, at) => (isTold[at] ? it : it * PASSING));
	const total = sumOf(weights);
	const telling = sumOf(weights.filter((_, at) => isTold[at]));

	const lines = new Map<number, { sum: number; count: number }>();
	const scores = new Map<number, Score>();
	for (const [at, { articles, inLines }] of perWord.entries()) {
		const weight = weights[at] ?? 0;
		for (const [article, { score, isLiteral }] of articles) {
			const known = scores.get(article) ?? { ...NOTHING };
			known.score += weight * score;
			known.literal += isLiteral ? 1 : 0;
			known.share += weight / total;
			known.telling += isTold[at] ? weight / telling : 0;
			scores.set(article, known);
		}
		for (const [line, sure] of inLines) {
			const known = lines.get(line) ?? { sum: 0, count: 0 };
			lines.set(line, { sum: known.sum + weight * sure, count: known.count + 1 });
		}
	}
	addTogether(index, lines, scores);
	for (const [article, score] of scores) {
		if (index.documents[article]?.id.startsWith('guide/')) score.score *= GUIDE;
	}
	return scores;
}

/** Words that stand together say more than words here and there. */
function addTogether(
	index: SearchIndex,
	lines: ReadonlyMap<number, { sum: number; count: number }>,
	scores: ReadonlyMap<number, Score>
): void {
	const together = new Map<number, number>();
	for (const [at, { sum, count }] of lines) {
		const line = index.lines[at];
		const score = line && scores.get(line.article);
		if (!score) continue;
		const isText = line.kind !== 'title' && line.kind !== 'words';
		const told = line.kind === 'rest' ? sum : sum * TOLD;
		if (isText && told > score.best) [score.best, score.line] = [told, at];
		const whole = isText ? OF_SENTENCE : count / line.length;
		const bonus = count > 1 ? sum * WEIGHTS[line.kind] * whole : isText ? 0 : sum * whole;
		together.set(line.article, Math.max(together.get(line.article) ?? 0, bonus));
	}
	for (const [article, bonus] of together) {
		const score = scores.get(article);
		if (score) score.score += bonus;
	}
}

/** For one word: how much each article is about it, and how sure each line has it. */
function scoreWord(index: SearchIndex, meant: Meant) {
	const inLines = new Map<number, number>();
	for (const [word, sure] of meant) {
		for (const line of index.places.get(word) ?? []) {
			inLines.set(line, Math.max(inLines.get(line) ?? 0, sure));
		}
	}
	const sums = new Map<number, { most: number; others: number; surest: number }>();
	for (const [at, sure] of inLines) {
		const line = index.lines[at];
		if (!line) continue;
		// one word of a long question that readers type is less than a word typed alone
		const part = line.kind === 'words' ? OF_PHRASE + (1 - OF_PHRASE) / line.length : 1;
		const weight = sure * WEIGHTS[line.kind] * part;
		const { most, others, surest } = sums.get(line.article) ?? { most: 0, others: 0, surest: 0 };
		sums.set(line.article, {
			most: Math.max(most, weight),
			others: others + Math.min(most, weight),
			surest: Math.max(surest, sure)
		});
	}
	// in how many articles it is, where one that only mentions it counts less
	let spread = 0;
	const articles = new Map<number, { score: number; isLiteral: boolean }>();
	for (const [article, { most, others, surest }] of sums) {
		spread += Math.sqrt(Math.min(1, most / WEIGHTS.title));
		// the tenth time that it is said adds little
		articles.set(article, { score: most + Math.log(1 + others), isLiteral: surest === 1 });
	}
	const isTelling = [...inLines].some(
		([at, sure]) => sure >= SURE && TELLING.has(index.lines[at]?.kind)
	);
	return { articles, inLines, isTelling, spread };
}

function toHit(
	index: SearchIndex,
	article: number,
	{ line }: Score,
	meant: ReadonlySet<string>
): SearchHit {
	const { id, title, summary, english } = index.documents[article] ?? NO_DOCUMENT;
	const said = index.lines[line]?.text ?? summary;
	const mark = (text: string) => markWords(text, index.keys, meant);
	return { id, title: mark(title), note: mark(said), isNoteEnglish: english.has(said) };
}

const NO_DOCUMENT = { id: '', title: '', summary: '', english: new Set<string>() };
