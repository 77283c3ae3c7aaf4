import { RECORDED_BLOCKS } from '#lib/edition/words.ts';
import { parseOpus } from '../base/parse-opus.ts';
import type { PublishedLanguage } from './read-language.ts';

/** What of a language can be heard: of guides that it lists, in order, from the first step on, and playable. */
export function* checkSounds(language: PublishedLanguage): Generator<string> {
	const { files, entries, recordings, sounds } = language;
	const listed = new Set(entries.map(({ id }) => id));
	const names = recordings?.guides.map(({ id }) => id) ?? [];
	const twice = names.find((id, at) => names.indexOf(id) !== at);
	if (twice !== undefined) yield `audio (${files.lang}) has "${twice}" twice`;
	for (const { id, blocks } of recordings?.guides ?? []) {
		const name = `The recording of ${id} (${files.lang})`;
		if (!listed.has(id) || !id.startsWith('guide/')) yield `${name} is of no guide that is listed`;
		const order = blocks.map(({ block }) => block);
		const inOrder = RECORDED_BLOCKS.filter((block) => order.includes(block));
		if (order[0] !== 'do' || order.join() !== inOrder.join()) {
			yield `${name} has its blocks in another order, or not all: ${order.join()}`;
		}
		for (const { block, sha256, starts } of blocks) {
			const opus = parseOpus(sounds.get(sha256) ?? new Uint8Array());
			if (!opus.ok) yield `${name}, block ${block}: it ${opus.code}`;
			else if (!isRising(starts, opus.value.seconds * 1000)) {
				yield `${name}, block ${block}: its lines do not begin one after the other`;
			}
		}
	}
}

const isRising = (starts: readonly number[], end: number): boolean =>
	starts.length > 0 && starts.every((at, i) => at >= (starts[i - 1] ?? 0) && at < end);
